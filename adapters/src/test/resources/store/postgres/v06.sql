CREATE SCHEMA rollcall;

CREATE TABLE rollcall.accesses (
    access text NOT NULL,
    workspace text NOT NULL,
    workspace_name text NOT NULL,
    region text NOT NULL
);

CREATE TABLE rollcall.changes (
    run text NOT NULL,
    member text NOT NULL,
    kind text NOT NULL,
    email text NOT NULL,
    contact text,
    intended bigint,
    settled bigint,
    outcome text,
    reason text,
    remedies text,
    archived text,
    fields text,
    request_id text
);

CREATE TABLE rollcall.contacts (
    target text NOT NULL,
    member text NOT NULL,
    fingerprint bigint NOT NULL
);

CREATE TABLE rollcall.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

CREATE TABLE rollcall.leases (
    workspace text NOT NULL,
    holder text NOT NULL,
    run text NOT NULL,
    since bigint NOT NULL,
    expires bigint NOT NULL
);

CREATE TABLE rollcall.refusals (
    target text NOT NULL,
    member text NOT NULL,
    field text NOT NULL,
    digest text NOT NULL,
    refused bigint NOT NULL,
    kind text DEFAULT 'refused'::text NOT NULL
);

CREATE TABLE rollcall.revivals (
    target text NOT NULL,
    contact text NOT NULL,
    was text NOT NULL
);

CREATE TABLE rollcall.rosters (
    target text NOT NULL,
    members bigint NOT NULL
);

CREATE TABLE rollcall.runs (
    run text NOT NULL,
    command text NOT NULL,
    settings text NOT NULL,
    started bigint NOT NULL,
    finished bigint,
    status text,
    reason text,
    planned_create bigint,
    planned_update bigint,
    planned_unchanged bigint,
    planned_skip bigint,
    planned_archive bigint,
    planned_depart bigint,
    total bigint,
    created bigint,
    updated bigint,
    unchanged bigint,
    skipped bigint,
    failed bigint,
    duplicates bigint,
    leavers bigint,
    calls bigint,
    sync text DEFAULT 'default'::text NOT NULL,
    target text DEFAULT 'unknown'::text NOT NULL
);

CREATE TABLE rollcall.targets (
    target text NOT NULL,
    roster text NOT NULL,
    workspace text NOT NULL,
    workspace_name text NOT NULL,
    region text NOT NULL
);

INSERT INTO rollcall.accesses VALUES ('176df1dddeb13448b9c94c65c73d721c', 'ab12', 'Example Union', 'US');

INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704122037, 1795704122572, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}', 'sandbox-00000004');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '104', 'create', 'di@example.org', '65a0b1c2000000000000000a', 1795704122040, 1795704123092, 'created', NULL, 'without_field', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}', 'sandbox-00000012');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795704122041, 1795704124191, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}', 'sandbox-00000016');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '107', 'update', 'gus@example.org', '65a0b1c20000000000000006', 1795704122041, 1795704124194, 'updated', NULL, '', '65a0b1c20000000000000005', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}', 'sandbox-00000010');
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704146632, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '109', 'create', 'ida@example.org', NULL, 1795704146635, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795802775946, 1795802776375, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"name":["Ann Ash","Ann Aspen"],"phone":["","+13125550101"]}', 'sandbox-00000006');
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795802775946, 1795802776699, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"]}', 'sandbox-00000019');
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '107', 'update', 'gus@example.org', '65a0b1c20000000000000004', 1795802775946, 1795802776700, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"]}', 'sandbox-00000012');
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '110', 'create', 'joe@example.org', NULL, 1795802775946, 1795802776813, 'failed', 'Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).', 'inspect', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]}', 'sandbox-00000021');
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795802784989, 1795802785312, 'updated', NULL, '', '', '{"name":["Ann Aspen","Ann Oak"]}', 'sandbox-00000026');
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '105', 'update', 'ed@example.org', '65a0b1c20000000000000009', 1795802784989, 1795802785318, 'updated', NULL, '', '', '{"phone":["","+13125550199"]}', 'sandbox-00000027');
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '110', 'skip', 'joe@example.org', NULL, NULL, 1795802785326, 'failed', 'Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).', '', '', '{}', '');

INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '101', 1146785903619888626);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '103', 7880255258579206336);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '104', 8667009327229036044);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '107', 8002097395186061175);

INSERT INTO rollcall.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"rollcall"', NULL, 'postgres', '2026-11-26 14:42:00', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (1, '1', 'runs and changes', 'SQL', 'V1__runs_and_changes.sql', 429646172, 'postgres', '2026-11-26 14:42:00.688', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (2, '2', 'revivals', 'SQL', 'V2__revivals.sql', -1467223824, 'postgres', '2026-11-26 14:42:00.692', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (3, '3', 'rosters', 'SQL', 'V3__rosters.sql', 657796549, 'postgres', '2026-11-26 14:42:00.695', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (4, '4', 'contacts', 'SQL', 'V4__contacts.sql', 235378063, 'postgres', '2026-11-26 14:42:00.698', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (5, '5', 'not kept', 'SQL', 'V5__not_kept.sql', 1252359469, 'postgres', '2026-11-26 14:42:00.722', 21, true);
INSERT INTO rollcall.flyway_schema_history VALUES (6, '6', 'targets', 'SQL', 'V6__targets.sql', 161238669, 'postgres', '2026-11-27 18:06:13.521', 24, true);

INSERT INTO rollcall.leases VALUES ('ab12', 'host.example.org, process 7', '20261127T180619Z-e778', 1795802783961, 0);

INSERT INTO rollcall.refusals VALUES ('4b3649f46586f8dc', '104', 'phone', '1f8a4c2a90788b080f758bbe080b96908267736186fcd0e3270ce7e5c1cbc204', 1795704124208, 'refused');

INSERT INTO rollcall.revivals VALUES ('4b3649f46586f8dc', '65a0b1c20000000000000004', 'ARCHIVED');

INSERT INTO rollcall.rosters VALUES ('4b3649f46586f8dc', 9);

INSERT INTO rollcall.runs VALUES ('20261126T144200Z-0dcf', 'sync', 'ffc789299b806b25', 1795704120162, 1795704124221, 'succeeded', NULL, 5, 3, 0, 0, 1, 0, 8, 4, 4, 0, 0, 0, 1, 0, 16, 'default', '4b3649f46586f8dc');
INSERT INTO rollcall.runs VALUES ('20261126T144224Z-9e56', 'sync', 'ffc789299b806b25', 1795704144865, NULL, NULL, NULL, 3, 2, 6, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'default', '4b3649f46586f8dc');
INSERT INTO rollcall.runs VALUES ('20261127T180610Z-c466', 'sync', '01e348493e8b9163', 1795802772536, 1795802777085, 'partial', NULL, 7, 3, 0, 0, 0, 0, 10, 5, 4, 0, 0, 1, 0, 0, 21, 'default', '4b3649f46586f8dc');
INSERT INTO rollcall.runs VALUES ('20261127T180619Z-e778', 'sync', '01e348493e8b9163', 1795802782366, 1795802785466, 'partial', NULL, 1, 2, 7, 0, 0, 0, 10, 0, 2, 7, 0, 1, 0, 0, 6, 'default', '4b3649f46586f8dc');

INSERT INTO rollcall.targets VALUES ('4b3649f46586f8dc', 'postgresql://postgres:***@127.0.0.1:5977/roster public.members', 'ab12', 'Example Union', 'US');

ALTER TABLE ONLY rollcall.accesses
    ADD CONSTRAINT accesses_pkey PRIMARY KEY (access);

ALTER TABLE ONLY rollcall.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (run, member);

ALTER TABLE ONLY rollcall.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (target, member);

ALTER TABLE ONLY rollcall.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY rollcall.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (workspace);

ALTER TABLE ONLY rollcall.refusals
    ADD CONSTRAINT refusals_pkey PRIMARY KEY (target, member, field);

ALTER TABLE ONLY rollcall.revivals
    ADD CONSTRAINT revivals_pkey PRIMARY KEY (target, contact);

ALTER TABLE ONLY rollcall.rosters
    ADD CONSTRAINT rosters_pkey PRIMARY KEY (target);

ALTER TABLE ONLY rollcall.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (run);

ALTER TABLE ONLY rollcall.targets
    ADD CONSTRAINT targets_pkey PRIMARY KEY (target);

CREATE INDEX changes_by_member ON rollcall.changes USING btree (member);

CREATE INDEX flyway_schema_history_s_idx ON rollcall.flyway_schema_history USING btree (success);

CREATE INDEX runs_by_time ON rollcall.runs USING btree (started);
