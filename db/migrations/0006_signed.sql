CREATE TABLE `typed_text` (
	`digest` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`text` text,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `member_card` ADD `sealed_id` text;--> statement-breakpoint
CREATE INDEX `record_rights` ON `record` (`id`) WHERE `type` IN ('window-opened', 'window-taken-back', 'card-given', 'card-sealed', 'person-erased', 'baseline');