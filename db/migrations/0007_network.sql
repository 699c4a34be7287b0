CREATE TABLE `elsewhere` (
	`person_id` text PRIMARY KEY NOT NULL,
	`entry` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `network_card` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `network_erasure` (
	`person_id` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `network_referral` (
	`referral` text PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `network_state` (
	`number` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `member_card` ADD `identity` text;