-- A form in progress is of whoever typed it: the journal says who was at the desk when it was last kept.
CREATE TABLE `__new_draft` (
	`till` text NOT NULL,
	`operator` text NOT NULL,
	`form` text NOT NULL,
	`body` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`till`, `operator`, `form`)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_draft` (`till`, `operator`, `form`, `body`, `changed_at`)
SELECT `till`, coalesce((
	SELECT json_extract(`record`.`bytes`, '$.payload.operator') FROM `record`
	WHERE `record`.`till` = `draft`.`till` AND `chain` = 'event' AND `type` IN ('sign-in', 'taking-over')
		AND `at` <= `draft`.`changed_at` ORDER BY `seq` DESC LIMIT 1
), ''), `form`, `body`, `changed_at` FROM `draft` ORDER BY `draft`.rowid;
--> statement-breakpoint
DROP TABLE `draft`;
--> statement-breakpoint
ALTER TABLE `__new_draft` RENAME TO `draft`;
--> statement-breakpoint
-- Until now a sale was put right by the till that sold it and by no other.
CREATE TABLE `__new_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`till` text NOT NULL,
	`record_seq` integer NOT NULL,
	`what` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_correction` (`id`, `sale_id`, `till`, `record_seq`, `what`, `at`)
SELECT `correction`.`id`, `sale_id`, `sale`.`till`, `correction`.`record_seq`, `what`, `correction`.`at`
FROM `correction` LEFT JOIN `sale` ON `sale`.`id` = `correction`.`sale_id` ORDER BY `correction`.rowid;
--> statement-breakpoint
DROP TABLE `correction`;
--> statement-breakpoint
ALTER TABLE `__new_correction` RENAME TO `correction`;
--> statement-breakpoint
CREATE INDEX `correction_sale` ON `correction` (`sale_id`);
