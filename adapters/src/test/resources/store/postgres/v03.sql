CREATE SCHEMA rollcall;

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
    roster text NOT NULL,
    member text NOT NULL,
    field text NOT NULL,
    digest text NOT NULL,
    refused bigint NOT NULL
);

CREATE TABLE rollcall.revivals (
    workspace text NOT NULL,
    contact text NOT NULL,
    was text NOT NULL
);

CREATE TABLE rollcall.rosters (
    roster text NOT NULL,
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
    calls bigint
);

INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704122037, 1795704122572, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}', 'sandbox-00000004');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '104', 'create', 'di@example.org', '65a0b1c2000000000000000a', 1795704122040, 1795704123092, 'created', NULL, 'without_field', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}', 'sandbox-00000012');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795704122041, 1795704124191, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}', 'sandbox-00000016');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '107', 'update', 'gus@example.org', '65a0b1c20000000000000006', 1795704122041, 1795704124194, 'updated', NULL, '', '65a0b1c20000000000000005', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}', 'sandbox-00000010');
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704146632, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '109', 'create', 'ida@example.org', NULL, 1795704146635, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO rollcall.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"rollcall"', NULL, 'postgres', '2026-11-26 14:42:00', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (1, '1', 'runs and changes', 'SQL', 'V1__runs_and_changes.sql', 429646172, 'postgres', '2026-11-26 14:42:00.688', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (2, '2', 'revivals', 'SQL', 'V2__revivals.sql', -1467223824, 'postgres', '2026-11-26 14:42:00.692', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (3, '3', 'rosters', 'SQL', 'V3__rosters.sql', 657796549, 'postgres', '2026-11-26 14:42:00.695', 0, true);

INSERT INTO rollcall.leases VALUES ('ab12', 'host.example.org, process 7', '20261126T144224Z-9e56', 1795704144865, 1795704204865);

INSERT INTO rollcall.refusals VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '104', 'phone', '1f8a4c2a90788b080f758bbe080b96908267736186fcd0e3270ce7e5c1cbc204', 1795704124208);

INSERT INTO rollcall.revivals VALUES ('ab12', '65a0b1c20000000000000004', 'ARCHIVED');

INSERT INTO rollcall.rosters VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', 9);

INSERT INTO rollcall.runs VALUES ('20261126T144200Z-0dcf', 'sync', 'ffc789299b806b25', 1795704120162, 1795704124221, 'succeeded', NULL, 5, 3, 0, 0, 1, 0, 8, 4, 4, 0, 0, 0, 1, 0, 16);
INSERT INTO rollcall.runs VALUES ('20261126T144224Z-9e56', 'sync', 'ffc789299b806b25', 1795704144865, NULL, NULL, NULL, 3, 2, 6, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

ALTER TABLE ONLY rollcall.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (run, member);

ALTER TABLE ONLY rollcall.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY rollcall.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (workspace);

ALTER TABLE ONLY rollcall.refusals
    ADD CONSTRAINT refusals_pkey PRIMARY KEY (roster, member, field);

ALTER TABLE ONLY rollcall.revivals
    ADD CONSTRAINT revivals_pkey PRIMARY KEY (workspace, contact);

ALTER TABLE ONLY rollcall.rosters
    ADD CONSTRAINT rosters_pkey PRIMARY KEY (roster);

ALTER TABLE ONLY rollcall.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (run);

CREATE INDEX changes_by_member ON rollcall.changes USING btree (member);

CREATE INDEX flyway_schema_history_s_idx ON rollcall.flyway_schema_history USING btree (success);

CREATE INDEX runs_by_time ON rollcall.runs USING btree (started);
