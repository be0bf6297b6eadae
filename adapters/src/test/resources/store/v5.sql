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

CREATE TABLE rollcall.contacts (
    roster text NOT NULL,
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
    roster text NOT NULL,
    member text NOT NULL,
    field text NOT NULL,
    digest text NOT NULL,
    refused bigint NOT NULL,
    kind text DEFAULT 'refused'::text NOT NULL
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

INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704156825, 1795704157360, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}', 'sandbox-00000005');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '102', 'update', 'bob@example.org', '65a0b1c20000000000000002', 1795704156824, 1795704157365, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ATL"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility Secretary"],"custom_attributes.region":["","SO"],"email":["bob.old@example.org","bob@example.org"],"phone":["","+12025550102"]}', 'sandbox-00000004');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '103', 'create', 'cy@example.org', '65a0b1c20000000000000007', 1795704156827, 1795704157365, 'created', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Associate"],"custom_attributes.region":["","GL"],"email":["","cy@example.org"],"external_id":["","103"],"name":["","Cy Cedar"],"phone":["","+12025550103"],"role":["","user"]}', 'sandbox-00000006');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '104', 'create', 'di@example.org', '65a0b1c2000000000000000a', 1795704156827, 1795704157898, 'created', NULL, 'without_field', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}', 'sandbox-00000012');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '105', 'create', 'ed@example.org', '65a0b1c20000000000000008', 1795704156828, 1795704157902, 'created', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","XX"],"email":["","ed@example.org"],"external_id":["","105"],"name":["","Ed Elm"],"phone":["","+12025550105"],"role":["","user"]}', 'sandbox-00000008');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795704156828, 1795704158993, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}', 'sandbox-00000016');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '107', 'update', 'gus@example.org', '65a0b1c20000000000000006', 1795704156828, 1795704158995, 'updated', NULL, '', '65a0b1c20000000000000005', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}', 'sandbox-00000010');
INSERT INTO rollcall.changes VALUES ('20261126T144234Z-1401', '108', 'create', 'hal@example.org', '65a0b1c20000000000000009', 1795704156829, 1795704158995, 'created', NULL, '', '', '{"custom_attributes.facility":["","ATL"],"custom_attributes.member_type":["","Associate"],"custom_attributes.region":["","SO"],"email":["","hal@example.org"],"external_id":["","108"],"name":["","Hal Hazel"],"phone":["","+12025550108"],"role":["","user"]}', 'sandbox-00000011');
INSERT INTO rollcall.changes VALUES ('20261126T144242Z-0b7c', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704164080, 1795704164610, 'updated', NULL, '', '', '{"custom_attributes.region":["GL","SO"],"name":["Ann Ash","Ann Aspen"]}', 'sandbox-00000022');
INSERT INTO rollcall.changes VALUES ('20261126T144242Z-0b7c', '102', 'update', 'bob@example.com', '65a0b1c20000000000000002', 1795704164085, 1795704164612, 'updated', NULL, '', '', '{"email":["bob@example.org","bob@example.com"]}', 'sandbox-00000021');
INSERT INTO rollcall.changes VALUES ('20261126T144242Z-0b7c', '109', 'create', 'ida@example.org', '65a0b1c2000000000000000b', 1795704164081, 1795704164613, 'created', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","ida@example.org"],"external_id":["","109"],"name":["","Ida Iroko"],"phone":["","+12025550109"],"role":["","user"]}', 'sandbox-00000020');
INSERT INTO rollcall.changes VALUES ('20261126T144248Z-d27e', '103', 'update', 'cy@example.org', '65a0b1c20000000000000007', 1795704170036, 1795704170553, 'updated', NULL, '', '', '{"name":["Cy Cedar","Cy Cypress"]}', 'sandbox-00000026');
INSERT INTO rollcall.changes VALUES ('20261126T144253Z-e340', '101', 'restore', 'ann@example.org', '65a0b1c20000000000000001', 1795704174657, 1795704175178, 'updated', NULL, '', '', '{"custom_attributes.region":["SO","GL"],"name":["Ann Aspen","Ann Ash"]}', 'sandbox-00000032');
INSERT INTO rollcall.changes VALUES ('20261126T144253Z-e340', '102', 'restore', 'bob@example.com', '65a0b1c20000000000000002', 1795704174660, 1795704175181, 'updated', NULL, '', '', '{"email":["bob@example.com","bob@example.org"]}', 'sandbox-00000030');
INSERT INTO rollcall.changes VALUES ('20261126T144253Z-e340', '109', 'restore', 'ida@example.org', '65a0b1c2000000000000000b', 1795704174660, 1795704175181, 'updated', NULL, '', '', '{}', 'sandbox-00000031');
INSERT INTO rollcall.changes VALUES ('20261126T144258Z-ca67', '102', 'update', 'bob@example.com', '65a0b1c20000000000000002', 1795704180753, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144258Z-ca67', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704180753, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144258Z-ca67', '109', 'create', 'ida@example.org', NULL, 1795704180757, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144258Z-ca67', '120', 'create', 'kit@example.org', NULL, 1795704180758, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144258Z-ca67', '121', 'create', 'lou@example.org', NULL, 1795704180758, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '105', -3718918645406157334);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '106', -5646982656363240466);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '107', 2661273709110508603);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '108', -4845725992787396981);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '104', -7144585096473046063);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '103', -4345829632534819933);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '101', 0);
INSERT INTO rollcall.contacts VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '102', 0);

INSERT INTO rollcall.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"rollcall"', NULL, 'postgres', '2026-11-26 14:42:35.12224', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (1, '1', 'runs and changes', 'SQL', 'V1__runs_and_changes.sql', 429646172, 'postgres', '2026-11-26 14:42:35.141315', 194, true);
INSERT INTO rollcall.flyway_schema_history VALUES (2, '2', 'revivals', 'SQL', 'V2__revivals.sql', -1467223824, 'postgres', '2026-11-26 14:42:35.361969', 29, true);
INSERT INTO rollcall.flyway_schema_history VALUES (3, '3', 'rosters', 'SQL', 'V3__rosters.sql', 657796549, 'postgres', '2026-11-26 14:42:35.401974', 74, true);
INSERT INTO rollcall.flyway_schema_history VALUES (4, '4', 'contacts', 'SQL', 'V4__contacts.sql', 235378063, 'postgres', '2026-11-26 14:42:35.517086', 15, true);
INSERT INTO rollcall.flyway_schema_history VALUES (5, '5', 'not kept', 'SQL', 'V5__not_kept.sql', 1252359469, 'postgres', '2026-11-26 14:42:35.543147', 14, true);

INSERT INTO rollcall.refusals VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '104', 'phone', '1f8a4c2a90788b080f758bbe080b96908267736186fcd0e3270ce7e5c1cbc204', 1795704159015, 'refused');
INSERT INTO rollcall.refusals VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', '105', 'custom_attributes.region', '0ea969d1992996b688d03b59b7663cdeb8d7bf5e2bbc29364852cefa5c596f5d', 1795704159015, 'not_kept');

INSERT INTO rollcall.revivals VALUES ('ab12', '65a0b1c2000000000000000b', 'ARCHIVED');
INSERT INTO rollcall.revivals VALUES ('ab12', '65a0b1c20000000000000004', 'ARCHIVED');

INSERT INTO rollcall.rosters VALUES ('postgresql://postgres:***@127.0.0.1:5977/roster public.members', 9);

INSERT INTO rollcall.runs VALUES ('20261126T144234Z-1401', 'sync', '7fbb7a99131b76b0', 1795704154532, 1795704159085, 'succeeded', NULL, 5, 3, 0, 0, 1, 0, 8, 4, 4, 0, 0, 0, 1, 0, 16);
INSERT INTO rollcall.runs VALUES ('20261126T144242Z-0b7c', 'sync', '7fbb7a99131b76b0', 1795704162228, 1795704164626, 'succeeded', NULL, 1, 2, 6, 0, 0, 0, 9, 1, 2, 6, 0, 0, 0, 0, 6);
INSERT INTO rollcall.runs VALUES ('20261126T144248Z-d27e', 'sync', '7fbb7a99131b76b0', 1795704168415, 1795704170562, 'succeeded', NULL, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4);
INSERT INTO rollcall.runs VALUES ('20261126T144253Z-e340', 'undo', '7fbb7a99131b76b0', 1795704173063, 1795704175193, 'succeeded', NULL, 0, 3, 0, 0, 1, 0, 3, 0, 3, 0, 0, 0, 0, 0, 6);
INSERT INTO rollcall.runs VALUES ('20261126T144256Z-3d9b', 'sync', '7fbb7a99131b76b0', 1795704176447, 1795704176982, 'failed', 'Intercom refuses the access token (INTERCOM_ACCESS_TOKEN) when asked for whose token it is: Access Token Invalid. It must be a valid token of this workspace with the permission “Read admins”; see Developer Hub › Your app › Authentication.', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 1);
INSERT INTO rollcall.runs VALUES ('20261126T144258Z-ca67', 'sync', '7fbb7a99131b76b0', 1795704178943, NULL, NULL, NULL, 3, 2, 6, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

ALTER TABLE ONLY rollcall.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (run, member);

ALTER TABLE ONLY rollcall.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (roster, member);

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

