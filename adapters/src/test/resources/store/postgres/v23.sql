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
    request_id text,
    deeds text,
    cause text
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
    target text DEFAULT 'unknown'::text NOT NULL,
    not_kept bigint,
    planned_revive bigint,
    planned_blocked bigint,
    user_name text,
    host text,
    trigger text,
    failed_anew bigint,
    failed_before bigint,
    failed_ignored bigint,
    recovered bigint
);
CREATE TABLE rollcall.targets (
    target text NOT NULL,
    roster text NOT NULL,
    workspace text NOT NULL,
    workspace_name text NOT NULL,
    region text NOT NULL
);
CREATE VIEW rollcall.changes_v AS
 SELECT changes.run,
    runs.sync,
    targets.workspace,
    to_timestamp((((runs.started)::numeric / 1000.0))::double precision) AS started,
    changes.member,
    changes.contact,
    changes.kind AS planned,
    changes.outcome,
    written.key AS field,
    to_timestamp((((changes.settled)::numeric / 1000.0))::double precision) AS settled
   FROM (((rollcall.changes changes
     JOIN rollcall.runs runs ON ((runs.run = changes.run)))
     LEFT JOIN rollcall.targets targets ON ((targets.target = runs.target)))
     LEFT JOIN LATERAL json_each((NULLIF(changes.fields, ''::text))::json) written(key, value) ON (true));
CREATE TABLE rollcall.contacts (
    target text NOT NULL,
    member text NOT NULL,
    fingerprint bigint NOT NULL
);
CREATE TABLE rollcall.endings (
    target text NOT NULL,
    member text NOT NULL,
    sides text NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    contact text NOT NULL,
    since bigint NOT NULL
);
CREATE TABLE rollcall.failing (
    target text NOT NULL,
    member text NOT NULL,
    cause text NOT NULL,
    since bigint NOT NULL
);
CREATE VIEW rollcall.failures_v AS
 SELECT changes.run,
    runs.sync,
    targets.workspace,
    to_timestamp((((runs.started)::numeric / 1000.0))::double precision) AS started,
    changes.member,
    changes.contact,
    COALESCE(changes.cause, 'unknown'::text) AS cause,
    changes.request_id,
    to_timestamp((((changes.settled)::numeric / 1000.0))::double precision) AS settled
   FROM ((rollcall.changes changes
     JOIN rollcall.runs runs ON ((runs.run = changes.run)))
     LEFT JOIN rollcall.targets targets ON ((targets.target = runs.target)))
  WHERE (changes.outcome = 'failed'::text);
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
CREATE TABLE rollcall.ignores (
    target text NOT NULL,
    member text NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    who text NOT NULL,
    why text NOT NULL
);
CREATE TABLE rollcall.last_workspaces (
    sync text NOT NULL,
    roster text NOT NULL,
    intercom text NOT NULL,
    workspace text NOT NULL,
    workspace_name text NOT NULL,
    region text NOT NULL
);
CREATE TABLE rollcall.leases (
    workspace text NOT NULL,
    holder text NOT NULL,
    run text NOT NULL,
    since bigint NOT NULL,
    expires bigint NOT NULL,
    generation bigint DEFAULT 1 NOT NULL,
    renewals bigint DEFAULT 0 NOT NULL,
    process text DEFAULT ''::text NOT NULL,
    life bigint DEFAULT 60000 NOT NULL,
    uptime bigint DEFAULT '-1'::integer NOT NULL
);
CREATE TABLE rollcall.mappings (
    target text NOT NULL,
    kind text NOT NULL,
    field text NOT NULL,
    digest text NOT NULL
);
CREATE TABLE rollcall.notices (
    run text NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    gist text NOT NULL,
    members text NOT NULL,
    shown text NOT NULL,
    masked text NOT NULL
);
CREATE TABLE rollcall.past_runs (
    target text NOT NULL,
    run text NOT NULL,
    ended bigint NOT NULL,
    members bigint,
    put_away bigint NOT NULL,
    emptied text NOT NULL,
    forced bigint NOT NULL,
    joined text DEFAULT '{}'::text NOT NULL
);
CREATE TABLE rollcall.pauses (
    sync text NOT NULL,
    roster text NOT NULL,
    intercom text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    who text NOT NULL,
    why text NOT NULL
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
    was text NOT NULL,
    noted bigint
);
CREATE TABLE rollcall.rosters (
    target text NOT NULL,
    members bigint NOT NULL
);
CREATE VIEW rollcall.runs_v AS
 SELECT runs.run,
    runs.sync,
    runs.command,
    targets.roster,
    targets.workspace,
    targets.workspace_name,
    to_timestamp((((runs.started)::numeric / 1000.0))::double precision) AS started,
    to_timestamp((((runs.finished)::numeric / 1000.0))::double precision) AS finished,
    (((runs.finished - runs.started))::numeric / 1000.0) AS duration_seconds,
    COALESCE(runs.status, 'unended'::text) AS status,
    runs.user_name,
    runs.host,
    COALESCE(runs.trigger, 'unknown'::text) AS trigger,
    runs.planned_create,
    runs.planned_update,
    runs.planned_archive,
    runs.planned_depart,
    runs.planned_revive,
    runs.total,
    runs.created,
    runs.updated,
    runs.unchanged,
    runs.skipped,
    runs.failed,
    runs.failed_anew,
    runs.failed_before,
    runs.failed_ignored,
    runs.recovered,
    runs.duplicates AS duplicates_resolved,
    runs.leavers,
    runs.not_kept,
    runs.calls,
    runs.settings
   FROM (rollcall.runs runs
     LEFT JOIN rollcall.targets targets ON ((targets.target = runs.target)));
INSERT INTO rollcall.accesses VALUES ('176df1dddeb13448b9c94c65c73d721c', 'ab12', 'Example Union', 'US');
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704122037, 1795704122572, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}', 'sandbox-00000004', NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '104', 'create', 'di@example.org', '65a0b1c2000000000000000a', 1795704122040, 1795704123092, 'created', NULL, 'without_field', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}', 'sandbox-00000012', NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795704122041, 1795704124191, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}', 'sandbox-00000016', NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144200Z-0dcf', '107', 'update', 'gus@example.org', '65a0b1c20000000000000006', 1795704122041, 1795704124194, 'updated', NULL, '', '65a0b1c20000000000000005', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}', 'sandbox-00000010', NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795704146632, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261126T144224Z-9e56', '109', 'create', 'ida@example.org', NULL, 1795704146635, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795802775946, 1795802776375, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"name":["Ann Ash","Ann Aspen"],"phone":["","+13125550101"]}', 'sandbox-00000006', '[{"did":"write","contact":"65a0b1c20000000000000001","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"name":["Ann Ash","Ann Aspen"],"phone":["","+13125550101"]},"landing":"landed"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '106', 'create', 'flo@example.org', '65a0b1c20000000000000003', 1795802775946, 1795802776699, 'updated', NULL, 'unarchive', '', '{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"]}', 'sandbox-00000019', '[{"did":"create","fields":{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"email":["","flo@example.org"],"external_id":["","106"],"name":["","Flo Fir"],"role":["","user"]},"landing":"refused"},{"did":"unarchive","contact":"65a0b1c20000000000000003","number":"106","landing":"landed"},{"did":"write","contact":"65a0b1c20000000000000003","fields":{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"]},"landing":"landed"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '107', 'update', 'gus@example.org', '65a0b1c20000000000000004', 1795802775946, 1795802776700, 'updated', NULL, '', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"]}', 'sandbox-00000012', '[{"did":"write","contact":"65a0b1c20000000000000004","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"]},"landing":"landed"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180610Z-c466', '110', 'create', 'joe@example.org', NULL, 1795802775946, 1795802776813, 'failed', 'Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).', 'inspect', '', '{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]}', 'sandbox-00000021', '[{"did":"create","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]},"landing":"refused"},{"did":"create","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]},"landing":"refused"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '101', 'update', 'ann@example.org', '65a0b1c20000000000000001', 1795802784989, 1795802785312, 'updated', NULL, '', '', '{"name":["Ann Aspen","Ann Oak"]}', 'sandbox-00000026', '[{"did":"write","contact":"65a0b1c20000000000000001","fields":{"name":["Ann Aspen","Ann Oak"]},"landing":"landed"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '105', 'update', 'ed@example.org', '65a0b1c20000000000000009', 1795802784989, 1795802785318, 'updated', NULL, '', '', '{"phone":["","+13125550199"]}', 'sandbox-00000027', '[{"did":"write","contact":"65a0b1c20000000000000009","fields":{"phone":["","+13125550199"]},"landing":"landed"}]', NULL);
INSERT INTO rollcall.changes VALUES ('20261127T180619Z-e778', '110', 'skip', 'joe@example.org', NULL, NULL, 1795802785326, 'failed', 'Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).', '', '', '{}', '', NULL, 'Contact … belongs to member … and was not touched.');
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '101', 1146785903619888626);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '103', 7880255258579206336);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '104', 8667009327229036044);
INSERT INTO rollcall.contacts VALUES ('4b3649f46586f8dc', '107', 8002097395186061175);
INSERT INTO rollcall.endings VALUES ('4b3649f46586f8dc', '110', 'a5e7f73e7fbe841a0ac936529b9596287bcf9e28c311db36fa53bdeae24517d6', 'clash', 'Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).', '', 1795802776916);
INSERT INTO rollcall.failing VALUES ('4b3649f46586f8dc', '110', 'Contact … belongs to member … and was not touched.', 1795802400000);
INSERT INTO rollcall.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"rollcall"', NULL, 'postgres', '2026-11-26 14:42:00', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (1, '1', 'runs and changes', 'SQL', 'V1__runs_and_changes.sql', 429646172, 'postgres', '2026-11-26 14:42:00.688', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (2, '2', 'revivals', 'SQL', 'V2__revivals.sql', -1467223824, 'postgres', '2026-11-26 14:42:00.692', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (3, '3', 'rosters', 'SQL', 'V3__rosters.sql', 657796549, 'postgres', '2026-11-26 14:42:00.695', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (4, '4', 'contacts', 'SQL', 'V4__contacts.sql', 235378063, 'postgres', '2026-11-26 14:42:00.698', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (5, '5', 'not kept', 'SQL', 'V5__not_kept.sql', 1252359469, 'postgres', '2026-11-26 14:42:00.722', 21, true);
INSERT INTO rollcall.flyway_schema_history VALUES (6, '6', 'targets', 'SQL', 'V6__targets.sql', 161238669, 'postgres', '2026-11-27 18:06:13.521', 24, true);
INSERT INTO rollcall.flyway_schema_history VALUES (7, '7', 'leases', 'SQL', 'V7__leases.sql', 1040210553, 'postgres', '2026-11-27 18:06:13.562', 10, true);
INSERT INTO rollcall.flyway_schema_history VALUES (8, '8', 'deeds', 'SQL', 'V8__deeds.sql', 8038517, 'postgres', '2026-11-27 18:06:13.615', 8, true);
INSERT INTO rollcall.flyway_schema_history VALUES (9, '9', 'past runs', 'SQL', 'V9__past_runs.sql', 1825706009, 'postgres', '2026-11-27 18:06:13.626', 1, true);
INSERT INTO rollcall.flyway_schema_history VALUES (10, '10', 'joined rows', 'SQL', 'V10__joined_rows.sql', 1240078316, 'postgres', '2026-11-27 18:06:13.638', 1, true);
INSERT INTO rollcall.flyway_schema_history VALUES (11, '11', 'last workspaces', 'SQL', 'V11__last_workspaces.sql', 2145350451, 'postgres', '2026-11-27 18:06:13.646', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (12, '12', 'planned revivals', 'SQL', 'V12__planned_revivals.sql', -1911080481, 'postgres', '2026-11-27 18:06:13.664', 1, true);
INSERT INTO rollcall.flyway_schema_history VALUES (13, '15', 'notices', 'SQL', 'V15__notices.sql', 640227482, 'postgres', '2026-11-27 18:06:13.678', 1, true);
INSERT INTO rollcall.flyway_schema_history VALUES (14, '16', 'mappings', 'SQL', 'V16__mappings.sql', -1993854936, 'postgres', '2026-11-27 18:06:13.692', 1, true);
INSERT INTO rollcall.flyway_schema_history VALUES (15, '17', 'known endings', 'SQL', 'V17__known_endings.sql', -1382470550, 'postgres', '2026-11-27 18:06:13.698', 0, true);
INSERT INTO rollcall.flyway_schema_history VALUES (16, '18', 'pauses and views', 'SQL', 'V18__pauses_and_views.sql', -1535258505, 'postgres', '2026-11-27 21:38:05.865985', 53, true);
INSERT INTO rollcall.ignores VALUES ('4b3649f46586f8dc', '110', 1795802400000, 4102444800000, 'ops of cron-1', 'waits for the branch office');
INSERT INTO rollcall.last_workspaces VALUES ('default', 'postgresql://postgres:***@127.0.0.1:5977/roster public.members', '127.0.0.1-4977', 'ab12', 'Example Union', 'US');
INSERT INTO rollcall.leases VALUES ('ab12', 'host.example.org, process 7', '20261127T180619Z-e778', 1795802783961, 0, 2, 0, '', 60000, 35401680);
INSERT INTO rollcall.mappings VALUES ('4b3649f46586f8dc', 'good', 'custom_attributes.facility', '1f3aee3dbbd90c319aa15a8488fa2c6a');
INSERT INTO rollcall.mappings VALUES ('4b3649f46586f8dc', 'good', 'custom_attributes.member_type', '1ddbc12b48ae5e325ac5a1bc2342cb27');
INSERT INTO rollcall.mappings VALUES ('4b3649f46586f8dc', 'good', 'custom_attributes.positions', '857f97799517e2d1c4415241967c0a33');
INSERT INTO rollcall.notices VALUES ('20261127T180610Z-c466', 1, 'unknown_code', 'The vocabulary positions has no name for some codes, which are written as they are', '', 'The vocabulary positions has no name for ''ODD''; it is written as it is in 1 contact.', 'The vocabulary positions has no name for ''ODD''; it is written as it is in 1 contact.');
INSERT INTO rollcall.notices VALUES ('20261127T180610Z-c466', 2, 'mapping', 'phone is left alone: the roster''s phone number is not valid (region US).', '103', 'Member 103: phone is left alone: the roster''s phone number is not valid (region US).', 'Member 103: phone is left alone: the roster''s phone number is not valid (region US).');
INSERT INTO rollcall.notices VALUES ('20261127T180610Z-c466', 3, 'unknown_external_id', 'A contact of the member carries an external id that nobody in the roster has: it is left alone', '110', 'Contact 65a0b1c20000000000000006 of member 110 carries the external id 999, which nobody in the roster has: it is left alone.', 'Contact 65a0b1c20000000000000006 of member 110 carries the external id 999, which nobody in the roster has: it is left alone.');
INSERT INTO rollcall.past_runs VALUES ('4b3649f46586f8dc', '20261127T180610Z-c466', 1795802776870, 10, 0, '{}', 1, '{"everybody":10,"facility public.facilities":10,"found":9,"positions public.positions":2,"region public.regions":10,"type public.member_types":10,"users":10}');
INSERT INTO rollcall.past_runs VALUES ('4b3649f46586f8dc', '20261127T180619Z-e778', 1795802785373, 10, 0, '{}', 1, '{"everybody":10,"facility public.facilities":10,"found":9,"positions public.positions":2,"region public.regions":10,"type public.member_types":10,"users":11}');
INSERT INTO rollcall.pauses VALUES ('default', 'postgresql://postgres:***@127.0.0.1:5977/roster public.members', 'api.intercom.io', 1795815484962, 4102358400000, 'ops of cron-1', 'the roster is being corrected');
INSERT INTO rollcall.refusals VALUES ('4b3649f46586f8dc', '104', 'phone', '1f8a4c2a90788b080f758bbe080b96908267736186fcd0e3270ce7e5c1cbc204', 1795704124208, 'refused');
INSERT INTO rollcall.revivals VALUES ('4b3649f46586f8dc', '65a0b1c20000000000000004', 'ARCHIVED', 1795804000000);
INSERT INTO rollcall.rosters VALUES ('4b3649f46586f8dc', 9);
INSERT INTO rollcall.runs VALUES ('20261126T144200Z-0dcf', 'sync', 'ffc789299b806b25', 1795704120162, 1795704124221, 'succeeded', NULL, 5, 3, 0, 0, 1, 0, 8, 4, 4, 0, 0, 0, 1, 0, 16, 'default', '4b3649f46586f8dc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.runs VALUES ('20261126T144224Z-9e56', 'sync', 'ffc789299b806b25', 1795704144865, NULL, NULL, NULL, 3, 2, 6, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'default', '4b3649f46586f8dc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.runs VALUES ('20261127T180610Z-c466', 'sync', '01e348493e8b9163', 1795802772536, 1795802777085, 'partial', NULL, 7, 3, 0, 0, 0, 0, 10, 5, 4, 0, 0, 1, 0, 0, 21, 'default', '4b3649f46586f8dc', 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO rollcall.runs VALUES ('20261127T180619Z-e778', 'sync', '01e348493e8b9163', 1795802782366, 1795802785466, 'partial', NULL, 1, 2, 7, 0, 0, 0, 10, 0, 2, 7, 0, 1, 0, 0, 6, 'default', '4b3649f46586f8dc', 0, 0, 0, 'ops', 'cron-1', 'cron', 1, 0, 0, 0);
INSERT INTO rollcall.targets VALUES ('4b3649f46586f8dc', 'postgresql://postgres:***@127.0.0.1:5977/roster public.members', 'ab12', 'Example Union', 'US');
ALTER TABLE ONLY rollcall.accesses
    ADD CONSTRAINT accesses_pkey PRIMARY KEY (access);
ALTER TABLE ONLY rollcall.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (run, member);
ALTER TABLE ONLY rollcall.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (target, member);
ALTER TABLE ONLY rollcall.endings
    ADD CONSTRAINT endings_pkey PRIMARY KEY (target, member);
ALTER TABLE ONLY rollcall.failing
    ADD CONSTRAINT failing_pkey PRIMARY KEY (target, member);
ALTER TABLE ONLY rollcall.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY rollcall.ignores
    ADD CONSTRAINT ignores_pkey PRIMARY KEY (target, member);
ALTER TABLE ONLY rollcall.last_workspaces
    ADD CONSTRAINT last_workspaces_pkey PRIMARY KEY (sync, roster, intercom);
ALTER TABLE ONLY rollcall.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (workspace);
ALTER TABLE ONLY rollcall.mappings
    ADD CONSTRAINT mappings_pkey PRIMARY KEY (target, kind, field);
ALTER TABLE ONLY rollcall.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (run, "position");
ALTER TABLE ONLY rollcall.past_runs
    ADD CONSTRAINT past_runs_pkey PRIMARY KEY (target, run);
ALTER TABLE ONLY rollcall.pauses
    ADD CONSTRAINT pauses_pkey PRIMARY KEY (sync, roster, intercom);
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
create table rollcall.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on rollcall.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on rollcall.scheduled_tasks (last_heartbeat);
INSERT INTO rollcall.flyway_schema_history VALUES (17, '19', 'schedule', 'SQL', 'V19__schedule.sql', -1991873776, 'postgres', '2026-11-28 06:43:01.027993', 21, true);
INSERT INTO rollcall.scheduled_tasks VALUES ('sync', 'default', NULL, '2026-11-28 08:00:00+00', false, NULL, NULL, NULL, NULL, NULL, 1, NULL);
create table rollcall.tokens (
  digest text not null primary key,
  name text not null,
  role text not null,
  created bigint not null,
  creator text not null,
  expires bigint,
  revoked bigint,
  used bigint
);
create unique index tokens_by_name on rollcall.tokens (name) where revoked is null;
create table rollcall.audit (
  number bigint generated always as identity primary key,
  at bigint not null,
  who text not null,
  origin text not null,
  action text not null,
  subject text not null,
  ending text not null
);
create function rollcall.refuse_change() returns trigger language plpgsql as
'begin raise exception ''the audit log is only added to''; end';
create trigger audit_is_kept before update or delete or truncate on rollcall.audit
for each statement execute function rollcall.refuse_change();
INSERT INTO rollcall.flyway_schema_history VALUES (18, '20', 'tokens and audit', 'SQL', 'V20__tokens_and_audit.sql', -317210870, 'postgres', '2026-11-28 06:43:01.027993', 24, true);
INSERT INTO rollcall.tokens VALUES ('513f200e1929374140538a0b978d6237accb08bef59cee836d17fc046c1557e9', 'ci', 'operator', 1795802400000, 'ops of cron-1', 1803578400000, NULL, 1795802460000);
INSERT INTO rollcall.audit (at, who, origin, action, subject, ending) VALUES (1795802400000, 'ops of cron-1', 'the command line', 'token add', 'ci, operator', 'done');
INSERT INTO rollcall.audit (at, who, origin, action, subject, ending) VALUES (1795802461000, 'token ci', '127.0.0.1', 'POST /api/v1/syncs/{name}/runs', '/api/v1/syncs/default/runs', 'begun');
create table rollcall.requests (
  caller text not null,
  key text not null,
  request text not null,
  begun bigint not null,
  status bigint,
  location text,
  body text,
  primary key (caller, key)
);
create table rollcall.plans (
  digest text not null primary key,
  sync text not null,
  made bigint not null,
  document bytea not null
);
create index runs_by_sync on rollcall.runs (sync, started);
INSERT INTO rollcall.flyway_schema_history VALUES (19, '21', 'requests and plans', 'SQL', 'V21__requests_and_plans.sql', 369755344, 'postgres', '2026-11-28 07:08:01.027993', 24, true);
INSERT INTO rollcall.requests VALUES ('token ci', 'k-1', '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', 1795802462000, 202, '/api/v1/runs/20261127T180102Z-1f2e', '{}');
INSERT INTO rollcall.plans VALUES ('0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', 'default', 1795802462000, '\x1f8b0800000000000203ab564acb2fca4d2c51b25230ae05000bdf02d00d000000');
create table rollcall.rates (
  token text not null primary key,
  version bigint not null
);
create table rollcall.rate_claims (
  token text not null,
  claimant text not null,
  reserved double precision not null,
  wanted double precision not null,
  valid bigint not null,
  counts bigint not null,
  primary key (token, claimant)
);
INSERT INTO rollcall.flyway_schema_history VALUES (20, '22', 'rates', 'SQL', 'V22__rates.sql', -1468919555, 'postgres', '2026-11-28 09:30:01.027993', 24, true);
INSERT INTO rollcall.rates VALUES ('a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 12);
INSERT INTO rollcall.rate_claims VALUES ('a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'cron-1:7-1f2e3d4c', 0.5, 1.0, 1795802468000, 1795802480000);
create table rollcall.stops (
  run text not null primary key,
  asked bigint not null,
  who text not null
);
alter table rollcall.plans add column head bytea;
alter table rollcall.plans add column masked_head bytea;
alter table rollcall.plans add column entries bigint;
create table rollcall.plan_pages (
  digest text not null,
  page bigint not null,
  entries bytea not null,
  primary key (digest, page)
);
create table rollcall.plan_requests (
  id text not null primary key,
  sync text not null,
  who text not null,
  asked bigint not null,
  digest text,
  status bigint,
  reason text
);
INSERT INTO rollcall.flyway_schema_history VALUES (21, '23', 'stops and plan pages', 'SQL', 'V23__stops_and_plan_pages.sql', 1180253012, 'postgres', '2026-11-28 09:08:01.027993', 24, true);
INSERT INTO rollcall.stops VALUES ('20261127T180102Z-1f2e',1795802463000,'token ci');
INSERT INTO rollcall.plan_pages VALUES ('0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',0,'\x1f8b08000000000002038b8e050029bb4c0d02000000');
INSERT INTO rollcall.plan_requests VALUES ('6f1c1c58-3f0a-4d7e-9b1e-0f5d7c2f8a11','default','token ci',1795802463000,'0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',NULL,NULL);
