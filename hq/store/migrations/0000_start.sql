CREATE TABLE "account" (
	"name" text PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issued_referral" (
	"referral_key" text PRIMARY KEY NOT NULL,
	"prescriber_id" text NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"issued_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"number" integer PRIMARY KEY NOT NULL,
	"published_at" text NOT NULL,
	"published_by" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference_issue" (
	"number" integer PRIMARY KEY NOT NULL,
	"publication" integer NOT NULL,
	"content_key" text NOT NULL,
	"issued_at" text NOT NULL,
	CONSTRAINT "reference_issue_content_key_unique" UNIQUE("content_key")
);
--> statement-breakpoint
CREATE TABLE "revocation" (
	"referral_key" text PRIMARY KEY NOT NULL,
	"revoked_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_session" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"expires_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acknowledgement" (
	"till" text NOT NULL,
	"file_sha256" text NOT NULL,
	"status" text NOT NULL,
	"batch_no" integer,
	"business_day" date,
	"previous_business_day" date,
	"document" text NOT NULL,
	"at" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "acknowledgement_till_file_sha256_status_pk" PRIMARY KEY("till","file_sha256","status")
);
--> statement-breakpoint
CREATE TABLE "batch" (
	"till" text NOT NULL,
	"batch_no" integer NOT NULL,
	"site" text NOT NULL,
	"business_day" date NOT NULL,
	"previous_business_day" date,
	"manifest_sha256" text NOT NULL,
	"manifest" text NOT NULL,
	"seal" text NOT NULL,
	"file_sha256" text NOT NULL,
	"reference_number" integer NOT NULL,
	"app_version" text NOT NULL,
	"imported_at" text NOT NULL,
	"records" integer NOT NULL,
	"verified_at" text,
	"signature_defect" text,
	CONSTRAINT "batch_till_batch_no_pk" PRIMARY KEY("till","batch_no")
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"batch_no" integer NOT NULL,
	"business_day" date NOT NULL,
	"sale_id" text NOT NULL,
	"what" text NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "correction_till_seq_pk" PRIMARY KEY("till","seq")
);
--> statement-breakpoint
CREATE TABLE "day_closing" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"batch_no" integer NOT NULL,
	"business_day" date NOT NULL,
	"sales" integer NOT NULL,
	"returns" integer NOT NULL,
	"total_cents" bigint NOT NULL,
	"perpetual_net_cents" bigint NOT NULL,
	"perpetual_absolute_cents" bigint NOT NULL,
	CONSTRAINT "day_closing_till_seq_pk" PRIMARY KEY("till","seq")
);
--> statement-breakpoint
CREATE TABLE "difference" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"position" integer NOT NULL,
	"tender" text NOT NULL,
	"batch_no" integer NOT NULL,
	"business_day" date NOT NULL,
	"expected_cents" bigint NOT NULL,
	"counted_cents" bigint NOT NULL,
	"difference_cents" bigint NOT NULL,
	"reason" text,
	CONSTRAINT "difference_till_seq_position_pk" PRIMARY KEY("till","seq","position")
);
--> statement-breakpoint
CREATE TABLE "enrolment_code" (
	"till" text PRIMARY KEY NOT NULL,
	"site" text NOT NULL,
	"secret" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text
);
--> statement-breakpoint
CREATE TABLE "entitlement" (
	"till" text NOT NULL,
	"entitlement_id" text NOT NULL,
	"batch_no" integer NOT NULL,
	"person_id" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"policy_version" text NOT NULL,
	"families" text NOT NULL,
	"referral_key" text NOT NULL,
	"renewal" integer NOT NULL,
	CONSTRAINT "entitlement_till_entitlement_id_pk" PRIMARY KEY("till","entitlement_id")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"till" text NOT NULL,
	"person_id" text NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "erasure_till_person_id_pk" PRIMARY KEY("till","person_id")
);
--> statement-breakpoint
CREATE TABLE "flag" (
	"till" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"batch_no" integer NOT NULL,
	"on_day" date NOT NULL,
	"detail" jsonb NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "flag_till_kind_key_pk" PRIMARY KEY("till","kind","key")
);
--> statement-breakpoint
CREATE TABLE "journal_record" (
	"till" text NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"batch_no" integer NOT NULL,
	"at" text NOT NULL,
	"business_day" date NOT NULL,
	"type" text NOT NULL,
	"bytes" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"key_id" text NOT NULL,
	CONSTRAINT "journal_record_till_chain_seq_pk" PRIMARY KEY("till","chain","seq")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"till" text NOT NULL,
	"person_id" text NOT NULL,
	"batch_no" integer NOT NULL,
	"card_hash" text,
	"initials" text NOT NULL,
	"birth_year" integer,
	"language" text,
	"postcode" text,
	"municipality" text,
	"qpv" text NOT NULL,
	"prescriber_id" text,
	"blinded_key" text,
	CONSTRAINT "person_till_person_id_pk" PRIMARY KEY("till","person_id")
);
--> statement-breakpoint
CREATE TABLE "referral_use" (
	"till" text NOT NULL,
	"batch_no" integer NOT NULL,
	"position" integer NOT NULL,
	"referral_key" text NOT NULL,
	"proof" text NOT NULL,
	"prescriber_id" text,
	"person_id" text,
	"entitlement_id" text,
	"issued_on" date,
	"used_on" date NOT NULL,
	"verdict" text NOT NULL,
	"reasons" text NOT NULL,
	"under_reserve" boolean NOT NULL,
	CONSTRAINT "referral_use_till_batch_no_position_pk" PRIMARY KEY("till","batch_no","position")
);
--> statement-breakpoint
CREATE TABLE "sale_line" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"sale_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"line_id" text NOT NULL,
	"sku" text NOT NULL,
	"family" text NOT NULL,
	"label" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_key" text,
	"total_cents" bigint NOT NULL,
	"reference_cents" bigint NOT NULL,
	"saving_cents" bigint NOT NULL,
	"price_list_id" text NOT NULL,
	"vat_code" text NOT NULL,
	"returns_line_id" text,
	CONSTRAINT "sale_line_till_seq_line_no_pk" PRIMARY KEY("till","seq","line_no")
);
--> statement-breakpoint
CREATE TABLE "sale" (
	"till" text NOT NULL,
	"sale_id" text NOT NULL,
	"batch_no" integer NOT NULL,
	"seq" integer NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"business_day" date NOT NULL,
	"operator" text NOT NULL,
	"person_id" text,
	"entitlement_id" text,
	"policy_version" text NOT NULL,
	"reference_number" integer NOT NULL,
	"total_cents" bigint NOT NULL,
	"reference_cents" bigint NOT NULL,
	"saving_cents" bigint NOT NULL,
	"cash_cents" bigint NOT NULL,
	"bank_card_cents" bigint NOT NULL,
	"structure_credit_cents" bigint NOT NULL,
	"original" text,
	CONSTRAINT "sale_till_seq_pk" PRIMARY KEY("till","seq")
);
--> statement-breakpoint
CREATE TABLE "stock_movement" (
	"till" text NOT NULL,
	"batch_no" integer NOT NULL,
	"position" integer NOT NULL,
	"movement_id" text NOT NULL,
	"at" text NOT NULL,
	"business_day" date NOT NULL,
	"sku" text NOT NULL,
	"unit_key" text,
	"quantity" integer NOT NULL,
	"kind" text NOT NULL,
	"unit_status" text,
	"reason" text,
	"operator" text NOT NULL,
	"sale_id" text,
	"provenance" jsonb,
	CONSTRAINT "stock_movement_till_batch_no_position_pk" PRIMARY KEY("till","batch_no","position")
);
--> statement-breakpoint
CREATE TABLE "team_change" (
	"till" text NOT NULL,
	"batch_no" integer NOT NULL,
	"position" integer NOT NULL,
	"at" text NOT NULL,
	"operator" text NOT NULL,
	"change" text NOT NULL,
	"role" text,
	"admin" boolean NOT NULL,
	"active_until" date,
	"by" text NOT NULL,
	CONSTRAINT "team_change_till_batch_no_position_pk" PRIMARY KEY("till","batch_no","position")
);
--> statement-breakpoint
CREATE TABLE "tender" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"sale_id" text NOT NULL,
	"tender_no" integer NOT NULL,
	"kind" text NOT NULL,
	"cents" bigint NOT NULL,
	"reference" text,
	"prescriber_id" text,
	"commitment" text,
	CONSTRAINT "tender_till_seq_tender_no_pk" PRIMARY KEY("till","seq","tender_no")
);
--> statement-breakpoint
CREATE TABLE "till_key" (
	"till" text NOT NULL,
	"key_id" text NOT NULL,
	"public_key" text NOT NULL,
	"enrolled_at" text NOT NULL,
	CONSTRAINT "till_key_till_key_id_pk" PRIMARY KEY("till","key_id")
);
--> statement-breakpoint
CREATE TABLE "till" (
	"till" text PRIMARY KEY NOT NULL,
	"site" text NOT NULL,
	"enrolled_at" text NOT NULL,
	"last_batch_no" integer DEFAULT 0 NOT NULL,
	"last_manifest_sha256" text NOT NULL,
	"heads" jsonb NOT NULL,
	"last_seen_at" text,
	"skew_ms" bigint,
	"reference_served" integer
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"sale_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"batch_no" integer NOT NULL,
	"person_id" text NOT NULL,
	"family" text NOT NULL,
	"units" integer NOT NULL,
	"reference_cents" bigint NOT NULL,
	"on_day" date NOT NULL,
	"for_household" boolean NOT NULL,
	"replacement" text,
	CONSTRAINT "usage_till_seq_line_no_pk" PRIMARY KEY("till","seq","line_no")
);
--> statement-breakpoint
CREATE INDEX "batch_site_day" ON "batch" USING btree ("site","business_day");--> statement-breakpoint
CREATE INDEX "entitlement_person" ON "entitlement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_card" ON "person" USING btree ("card_hash");--> statement-breakpoint
CREATE INDEX "person_id" ON "person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "referral_use_key" ON "referral_use" USING btree ("referral_key");--> statement-breakpoint
CREATE INDEX "sale_id" ON "sale" USING btree ("till","sale_id");--> statement-breakpoint
CREATE INDEX "sale_day" ON "sale" USING btree ("till","business_day");--> statement-breakpoint
CREATE UNIQUE INDEX "till_key_id" ON "till_key" USING btree ("key_id");--> statement-breakpoint
CREATE INDEX "usage_person" ON "usage" USING btree ("person_id");