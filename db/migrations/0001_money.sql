CREATE TABLE `archive` (
	`id` integer PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`period` text NOT NULL,
	`folder` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`made_at` text NOT NULL,
	`records` integer NOT NULL,
	`size_bytes` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `credit_statement` (
	`id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`number` integer NOT NULL,
	`prescriber_id` text NOT NULL,
	`made_at` text NOT NULL,
	`operator` text NOT NULL,
	`total_cents` integer NOT NULL,
	`credits` text NOT NULL,
	`settled_on` text,
	`settled_cents` integer,
	`settled_by` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `credit_statement_number` ON `credit_statement` (`till`,`number`);--> statement-breakpoint
CREATE TABLE `deposit` (
	`id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`cents` integer NOT NULL,
	`slip` text NOT NULL,
	`envelopes` text NOT NULL,
	`credited_on` text,
	`credited_cents` integer,
	`credited_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_integrity` ON `record` (`till`,`seq`) WHERE `type` IN ('integrity-defect', 'clock-jump', 'integrity-read');
