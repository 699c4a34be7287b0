CREATE TABLE `basket` (
	`sale_id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`status` text NOT NULL,
	`person_id` text,
	`lines` text NOT NULL,
	`payment` text,
	`held_total_cents` integer,
	`changed_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `basket_status` ON `basket` (`till`,`status`);--> statement-breakpoint
CREATE TABLE `batch` (
	`till` text NOT NULL,
	`batch_no` integer NOT NULL,
	`business_day` text NOT NULL,
	`file_name` text NOT NULL,
	`manifest` text NOT NULL,
	`manifest_sha256` text NOT NULL,
	`records` integer NOT NULL,
	`size_bytes` integer NOT NULL,
	`frozen` blob,
	`file` blob,
	`state` text NOT NULL,
	`handed_over_on` text,
	`tries` integer NOT NULL,
	`last_try_at` text,
	`last_error` text,
	`acknowledgement` text,
	`answered_at` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`till`, `batch_no`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `call_list` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`business_day` text NOT NULL,
	`prescriber_id` text NOT NULL,
	`reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `cash_count` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`count` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft` (
	`till` text NOT NULL,
	`form` text NOT NULL,
	`body` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`till`, `form`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `drawer_movement` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`cents` integer NOT NULL,
	`reason` text NOT NULL,
	`envelope` text,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`approved_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `drawer_movement_session` ON `drawer_movement` (`session_id`);--> statement-breakpoint
CREATE TABLE `operator` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`admin` integer NOT NULL,
	`password_hash` text NOT NULL,
	`pin_hash` text,
	`must_change` integer NOT NULL,
	`status` text NOT NULL,
	`active_until` text,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`body` text NOT NULL,
	`batch_no` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`till`,`batch_no`);--> statement-breakpoint
CREATE TABLE `print_job` (
	`id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`title` text NOT NULL,
	`sale_id` text,
	`document` text NOT NULL,
	`open_drawer` integer NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `print_job_sale` ON `print_job` (`sale_id`);--> statement-breakpoint
CREATE INDEX `print_job_state` ON `print_job` (`till`,`state`);--> statement-breakpoint
CREATE TABLE `reference` (
	`number` integer PRIMARY KEY NOT NULL,
	`published_at` text NOT NULL,
	`received_at` text NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`number` integer NOT NULL,
	`business_day` text NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` text NOT NULL,
	`float_cents` integer NOT NULL,
	`float_count` text NOT NULL,
	`sale_seq_before` integer NOT NULL,
	`closed_at` text,
	`float_left_cents` integer,
	`closing_seq` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_number` ON `session` (`till`,`number`);--> statement-breakpoint
CREATE TABLE `setting` (
	`till` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`till`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `till` (
	`id` text PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`number` integer NOT NULL,
	`key_id` text NOT NULL,
	`public_key` text NOT NULL,
	`demo` integer NOT NULL,
	`enrolled_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `dismissal` (
	`one` text NOT NULL,
	`other` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`one`, `other`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `entitlement` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`policy_version` text NOT NULL,
	`families` text NOT NULL,
	`referral_key` text NOT NULL,
	`renewal` integer NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` text NOT NULL,
	`cancelled_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `entitlement_person` ON `entitlement` (`person_id`);--> statement-breakpoint
CREATE TABLE `member_card` (
	`card` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`given_at` text NOT NULL,
	`given_by` text NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `member_card_person` ON `member_card` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`birth_name` text NOT NULL,
	`used_name` text NOT NULL,
	`first_names` text NOT NULL,
	`birth` text NOT NULL,
	`birth_year` integer,
	`phone` text NOT NULL,
	`language` text NOT NULL,
	`postcode` text NOT NULL,
	`municipality` text NOT NULL,
	`qpv` text NOT NULL,
	`qpv_on` text NOT NULL,
	`situation` text,
	`contact` text,
	`notice_version` text NOT NULL,
	`notice_language` text NOT NULL,
	`household_id` text,
	`registered_on` text NOT NULL,
	`registered_by` text NOT NULL,
	`search_id` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_search_id_unique` ON `person` (`search_id`);--> statement-breakpoint
CREATE TABLE `read_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`person_id` text NOT NULL,
	`act` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `referral_use` (
	`key` text PRIMARY KEY NOT NULL,
	`proof` text NOT NULL,
	`prescriber_id` text NOT NULL,
	`issued_on` text NOT NULL,
	`used_on` text NOT NULL,
	`person_id` text NOT NULL,
	`entitlement_id` text NOT NULL,
	`under_reserve` integer NOT NULL,
	`referent_alike` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `usage` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entitlement_id` text,
	`sale_id` text NOT NULL,
	`family` text NOT NULL,
	`units` integer NOT NULL,
	`reference_cents` integer NOT NULL,
	`on_day` text NOT NULL,
	`for_household` integer NOT NULL,
	`replacement` text,
	`walk_in` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `usage_person` ON `usage` (`person_id`,`on_day`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`record_seq` integer NOT NULL,
	`what` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `correction_sale` ON `correction` (`sale_id`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` integer PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`business_day` text NOT NULL,
	`bytes` text NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `record_chain` ON `record` (`till`,`chain`,`seq`);--> statement-breakpoint
CREATE TABLE `sale` (
	`id` text PRIMARY KEY NOT NULL,
	`till` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`business_day` text NOT NULL,
	`session_id` text NOT NULL,
	`record_seq` integer NOT NULL,
	`person_id` text,
	`entitlement_id` text,
	`operator` text NOT NULL,
	`total_cents` integer NOT NULL,
	`saving_cents` integer NOT NULL,
	`change_cents` integer NOT NULL,
	`original_id` text,
	`content_hash` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sale_number_unique` ON `sale` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `sale_sequence` ON `sale` (`till`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `sale_session` ON `sale` (`session_id`);--> statement-breakpoint
CREATE INDEX `sale_person` ON `sale` (`person_id`);--> statement-breakpoint
CREATE INDEX `sale_original` ON `sale` (`original_id`);--> statement-breakpoint
CREATE TABLE `sale_line` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`line_id` text NOT NULL,
	`sku` text NOT NULL,
	`family` text NOT NULL,
	`label` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_key` text,
	`total_cents` integer NOT NULL,
	`reference_cents` integer NOT NULL,
	`returns_line_id` text,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sale_line_unit` ON `sale_line` (`unit_key`);--> statement-breakpoint
CREATE INDEX `sale_line_returns` ON `sale_line` (`returns_line_id`);--> statement-breakpoint
CREATE TABLE `sale_tender` (
	`sale_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`cents` integer NOT NULL,
	`reference` text,
	`prescriber_id` text,
	`commitment` text,
	PRIMARY KEY(`sale_id`, `position`),
	FOREIGN KEY (`sale_id`) REFERENCES `sale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `stock_movement` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`business_day` text NOT NULL,
	`sku` text NOT NULL,
	`unit_key` text,
	`quantity` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`operator` text NOT NULL,
	`sale_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_movement_sku` ON `stock_movement` (`sku`,`kind`);--> statement-breakpoint
CREATE TABLE `unit` (
	`key` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`sku` text NOT NULL,
	`status` text NOT NULL,
	`donor` text,
	`received_on` text,
	`received_at_sale` integer NOT NULL,
	`tested_at` text,
	`tested_by` text,
	`wiped_at` text,
	`wiped_by` text,
	`pinned_list_id` text,
	`sold_on` text,
	`sale_id` text,
	`identity_how` text,
	`identity_at` text,
	`identity_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_sale` ON `unit` (`sale_id`);--> statement-breakpoint
CREATE INDEX `unit_sku` ON `unit` (`sku`,`status`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `person_search` USING fts5(
	`surname`, `given`, `phonetic`,
	content = '', contentless_delete = 1, prefix = '2 3', detail = column,
	tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER `record_no_update` BEFORE UPDATE ON `record` BEGIN
	SELECT RAISE(ABORT, 'record is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `record_no_delete` BEFORE DELETE ON `record` BEGIN
	SELECT RAISE(ABORT, 'record is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_no_update` BEFORE UPDATE ON `sale` BEGIN
	SELECT RAISE(ABORT, 'sale is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_no_delete` BEFORE DELETE ON `sale` BEGIN
	SELECT RAISE(ABORT, 'sale is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_line_no_update` BEFORE UPDATE ON `sale_line` BEGIN
	SELECT RAISE(ABORT, 'sale_line is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_line_no_delete` BEFORE DELETE ON `sale_line` BEGIN
	SELECT RAISE(ABORT, 'sale_line is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_tender_no_update` BEFORE UPDATE ON `sale_tender` BEGIN
	SELECT RAISE(ABORT, 'sale_tender is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `sale_tender_no_delete` BEFORE DELETE ON `sale_tender` BEGIN
	SELECT RAISE(ABORT, 'sale_tender is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_no_update` BEFORE UPDATE ON `correction` BEGIN
	SELECT RAISE(ABORT, 'correction is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_no_delete` BEFORE DELETE ON `correction` BEGIN
	SELECT RAISE(ABORT, 'correction is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `stock_movement_no_update` BEFORE UPDATE ON `stock_movement` BEGIN
	SELECT RAISE(ABORT, 'stock_movement is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `stock_movement_no_delete` BEFORE DELETE ON `stock_movement` BEGIN
	SELECT RAISE(ABORT, 'stock_movement is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `usage_no_update` BEFORE UPDATE ON `usage` BEGIN
	SELECT RAISE(ABORT, 'usage is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `usage_no_delete` BEFORE DELETE ON `usage` BEGIN
	SELECT RAISE(ABORT, 'usage is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `drawer_movement_no_update` BEFORE UPDATE ON `drawer_movement` BEGIN
	SELECT RAISE(ABORT, 'drawer_movement is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `drawer_movement_no_delete` BEFORE DELETE ON `drawer_movement` BEGIN
	SELECT RAISE(ABORT, 'drawer_movement is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `cash_count_no_update` BEFORE UPDATE ON `cash_count` BEGIN
	SELECT RAISE(ABORT, 'cash_count is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `cash_count_no_delete` BEFORE DELETE ON `cash_count` BEGIN
	SELECT RAISE(ABORT, 'cash_count is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_update` BEFORE UPDATE ON `read_log` BEGIN
	SELECT RAISE(ABORT, 'read_log is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `read_log_no_delete` BEFORE DELETE ON `read_log` BEGIN
	SELECT RAISE(ABORT, 'read_log is append only');
END;
