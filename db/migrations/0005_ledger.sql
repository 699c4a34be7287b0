DROP TABLE `usage`;--> statement-breakpoint
CREATE TABLE `sale_holder` (
	`sale_id` text PRIMARY KEY NOT NULL,
	`person_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `sale_holder_person` ON `sale_holder` (`person_id`);--> statement-breakpoint
CREATE TABLE `usage` (
	`till` text NOT NULL,
	`seq` integer NOT NULL,
	`line_no` integer NOT NULL,
	`person_id` text NOT NULL,
	`entitlement_id` text,
	`sale_id` text NOT NULL,
	`family` text NOT NULL,
	`units` integer NOT NULL,
	`reference_cents` integer NOT NULL,
	`on_day` text NOT NULL,
	`for_household` integer NOT NULL,
	`replacement` text,
	`walk_in` integer NOT NULL,
	PRIMARY KEY(`till`, `seq`, `line_no`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `usage_person` ON `usage` (`person_id`,`on_day`);--> statement-breakpoint
CREATE INDEX `usage_sale` ON `usage` (`sale_id`);