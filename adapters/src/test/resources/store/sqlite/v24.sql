PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','runs and changes','SQL','V1__runs_and_changes.sql',429646172,'','2026-11-26 14:42:00.688',0,1);
INSERT INTO flyway_schema_history VALUES(2,'2','revivals','SQL','V2__revivals.sql',-1467223824,'','2026-11-26 14:42:00.692',0,1);
INSERT INTO flyway_schema_history VALUES(3,'3','rosters','SQL','V3__rosters.sql',657796549,'','2026-11-26 14:42:00.695',0,1);
INSERT INTO flyway_schema_history VALUES(4,'4','contacts','SQL','V4__contacts.sql',235378063,'','2026-11-26 14:42:00.698',0,1);
INSERT INTO flyway_schema_history VALUES(5,'5','not kept','SQL','V5__not_kept.sql',1252359469,'','2026-11-26 14:42:00.722',21,1);
INSERT INTO flyway_schema_history VALUES(6,'6','targets','SQL','V6__targets.sql',161238669,'','2026-11-27 18:06:13.521',24,1);
INSERT INTO flyway_schema_history VALUES(7,'7','leases','SQL','V7__leases.sql',1040210553,'','2026-11-27 18:06:13.562',10,1);
INSERT INTO flyway_schema_history VALUES(8,'8','deeds','SQL','V8__deeds.sql',8038517,'','2026-11-27 18:06:13.615',8,1);
INSERT INTO flyway_schema_history VALUES(9,'9','past runs','SQL','V9__past_runs.sql',1825706009,'','2026-11-27 18:06:13.626',1,1);
INSERT INTO flyway_schema_history VALUES(10,'10','joined rows','SQL','V10__joined_rows.sql',1240078316,'','2026-11-27 18:06:13.638',1,1);
INSERT INTO flyway_schema_history VALUES(11,'11','last workspaces','SQL','V11__last_workspaces.sql',2145350451,'','2026-11-27 18:06:13.646',0,1);
INSERT INTO flyway_schema_history VALUES(12,'12','planned revivals','SQL','V12__planned_revivals.sql',-1911080481,'','2026-11-27 18:06:13.664',1,1);
INSERT INTO flyway_schema_history VALUES(13,'15','notices','SQL','V15__notices.sql',640227482,'','2026-11-27 18:06:13.678',1,1);
INSERT INTO flyway_schema_history VALUES(14,'16','mappings','SQL','V16__mappings.sql',-1993854936,'','2026-11-27 18:06:13.692',1,1);
INSERT INTO flyway_schema_history VALUES(15,'17','known endings','SQL','V17__known_endings.sql',-1382470550,'','2026-11-27 18:06:13.698',0,1);
INSERT INTO flyway_schema_history VALUES(16,'18','pauses and views','SQL','V18__pauses_and_views.sql',-1535258505,'','2026-11-27 21:37:58.152',17,1);
INSERT INTO flyway_schema_history VALUES(17,'19','schedule','SQL','V19__schedule.sql',-1991873776,'','2026-11-28 06:42:54.354',3,1);
INSERT INTO flyway_schema_history VALUES(18,'20','tokens and audit','SQL','V20__tokens_and_audit.sql',-317210870,'','2026-11-28 06:42:54.361',3,1);
INSERT INTO flyway_schema_history VALUES(19,'21','requests and plans','SQL','V21__requests_and_plans.sql',369755344,'','2026-11-28 07:08:01.361',3,1);
INSERT INTO flyway_schema_history VALUES(20,'22','rates','SQL','V22__rates.sql',-1468919555,'','2026-11-28 09:30:01.361',3,1);
INSERT INTO flyway_schema_history VALUES(21,'23','stops and plan pages','SQL','V23__stops_and_plan_pages.sql',1180253012,'','2026-11-28 09:08:01.361',3,1);
INSERT INTO flyway_schema_history VALUES(22,'24','people and sessions','SQL','V24__people_and_sessions.sql',1942451799,'','2026-11-28 09:36:01.361',2,1);
CREATE TABLE runs (
  run text primary key,
  command text not null,
  settings text not null,
  started bigint not null,
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
, sync text not null default 'default', target text not null default 'unknown', not_kept bigint, planned_revive bigint, planned_blocked bigint, user_name text, host text, trigger text, failed_anew bigint, failed_before bigint, failed_ignored bigint, recovered bigint);
INSERT INTO runs VALUES('20261126T144200Z-0dcf','sync','ffc789299b806b25',1795704120162,1795704124221,'succeeded',NULL,5,3,0,0,1,0,8,4,4,0,0,0,1,0,16,'default','4b3649f46586f8dc',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO runs VALUES('20261126T144224Z-9e56','sync','ffc789299b806b25',1795704144865,NULL,NULL,NULL,3,2,6,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'default','4b3649f46586f8dc',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO runs VALUES('20261127T180610Z-c466','sync','01e348493e8b9163',1795802772536,1795802777085,'partial',NULL,7,3,0,0,0,0,10,5,4,0,0,1,0,0,21,'default','4b3649f46586f8dc',0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO runs VALUES('20261127T180619Z-e778','sync','01e348493e8b9163',1795802782366,1795802785466,'partial',NULL,1,2,7,0,0,0,10,0,2,7,0,1,0,0,6,'default','4b3649f46586f8dc',0,0,0,'ops','cron-1','cron',1,0,0,0);
CREATE TABLE changes (
  run text not null,
  member text not null,
  kind text not null,
  email text not null,
  contact text,
  intended bigint,
  settled bigint,
  outcome text,
  reason text,
  remedies text,
  archived text,
  fields text,
  request_id text, deeds text, cause text,
  primary key (run, member)
);
INSERT INTO changes VALUES('20261126T144200Z-0dcf','101','update','ann@example.org','65a0b1c20000000000000001',1795704122037,1795704122572,'updated',NULL,'','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}','sandbox-00000004',NULL,NULL);
INSERT INTO changes VALUES('20261126T144200Z-0dcf','104','create','di@example.org','65a0b1c2000000000000000a',1795704122040,1795704123092,'created',NULL,'without_field','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}','sandbox-00000012',NULL,NULL);
INSERT INTO changes VALUES('20261126T144200Z-0dcf','106','create','flo@example.org','65a0b1c20000000000000003',1795704122041,1795704124191,'updated',NULL,'unarchive','','{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}','sandbox-00000016',NULL,NULL);
INSERT INTO changes VALUES('20261126T144200Z-0dcf','107','update','gus@example.org','65a0b1c20000000000000006',1795704122041,1795704124194,'updated',NULL,'','65a0b1c20000000000000005','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}','sandbox-00000010',NULL,NULL);
INSERT INTO changes VALUES('20261126T144224Z-9e56','101','update','ann@example.org','65a0b1c20000000000000001',1795704146632,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO changes VALUES('20261126T144224Z-9e56','109','create','ida@example.org',NULL,1795704146635,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO changes VALUES('20261127T180610Z-c466','101','update','ann@example.org','65a0b1c20000000000000001',1795802775946,1795802776375,'updated',NULL,'','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"name":["Ann Ash","Ann Aspen"],"phone":["","+13125550101"]}','sandbox-00000006','[{"did":"write","contact":"65a0b1c20000000000000001","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"name":["Ann Ash","Ann Aspen"],"phone":["","+13125550101"]},"landing":"landed"}]',NULL);
INSERT INTO changes VALUES('20261127T180610Z-c466','106','create','flo@example.org','65a0b1c20000000000000003',1795802775946,1795802776699,'updated',NULL,'unarchive','','{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"]}','sandbox-00000019','[{"did":"create","fields":{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"email":["","flo@example.org"],"external_id":["","106"],"name":["","Flo Fir"],"role":["","user"]},"landing":"refused"},{"did":"unarchive","contact":"65a0b1c20000000000000003","number":"106","landing":"landed"},{"did":"write","contact":"65a0b1c20000000000000003","fields":{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"]},"landing":"landed"}]',NULL);
INSERT INTO changes VALUES('20261127T180610Z-c466','107','update','gus@example.org','65a0b1c20000000000000004',1795802775946,1795802776700,'updated',NULL,'','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"]}','sandbox-00000012','[{"did":"write","contact":"65a0b1c20000000000000004","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"]},"landing":"landed"}]',NULL);
INSERT INTO changes VALUES('20261127T180610Z-c466','110','create','joe@example.org',NULL,1795802775946,1795802776813,'failed','Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).','inspect','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]}','sandbox-00000021','[{"did":"create","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]},"landing":"refused"},{"did":"create","fields":{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Current Member"],"custom_attributes.region":["","GL"],"email":["","joe@example.org"],"external_id":["","110"],"name":["","Joe Juniper"],"role":["","user"]},"landing":"refused"}]',NULL);
INSERT INTO changes VALUES('20261127T180619Z-e778','101','update','ann@example.org','65a0b1c20000000000000001',1795802784989,1795802785312,'updated',NULL,'','','{"name":["Ann Aspen","Ann Oak"]}','sandbox-00000026','[{"did":"write","contact":"65a0b1c20000000000000001","fields":{"name":["Ann Aspen","Ann Oak"]},"landing":"landed"}]',NULL);
INSERT INTO changes VALUES('20261127T180619Z-e778','105','update','ed@example.org','65a0b1c20000000000000009',1795802784989,1795802785318,'updated',NULL,'','','{"phone":["","+13125550199"]}','sandbox-00000027','[{"did":"write","contact":"65a0b1c20000000000000009","fields":{"phone":["","+13125550199"]},"landing":"landed"}]',NULL);
INSERT INTO changes VALUES('20261127T180619Z-e778','110','skip','joe@example.org',NULL,NULL,1795802785326,'failed','Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).','','','{}','',NULL,'Contact … belongs to member … and was not touched.');
CREATE TABLE leases (
  workspace text primary key,
  holder text not null,
  run text not null,
  since bigint not null,
  expires bigint not null
, generation bigint not null default 1, renewals bigint not null default 0, process text not null default '', life bigint not null default 60000, uptime bigint not null default -1);
INSERT INTO leases VALUES('ab12','host.example.org, process 7','20261127T180619Z-e778',1795802783961,0,2,0,'',60000,35401680);
CREATE TABLE revivals (
  target text not null,
  contact text not null,
  was text not null, noted bigint,
  primary key (target, contact)
);
INSERT INTO revivals VALUES('4b3649f46586f8dc','65a0b1c20000000000000004','ARCHIVED',1795804000000);
CREATE TABLE rosters (
  target text primary key,
  members bigint not null
);
INSERT INTO rosters VALUES('4b3649f46586f8dc',9);
CREATE TABLE refusals (
  target text not null,
  member text not null,
  field text not null,
  digest text not null,
  refused bigint not null, kind text not null default 'refused',
  primary key (target, member, field)
);
INSERT INTO refusals VALUES('4b3649f46586f8dc','104','phone','1f8a4c2a90788b080f758bbe080b96908267736186fcd0e3270ce7e5c1cbc204',1795704124208,'refused');
CREATE TABLE contacts (
  target text not null,
  member text not null,
  fingerprint bigint not null,
  primary key (target, member)
);
INSERT INTO contacts VALUES('4b3649f46586f8dc','101',1146785903619888626);
INSERT INTO contacts VALUES('4b3649f46586f8dc','103',7880255258579206336);
INSERT INTO contacts VALUES('4b3649f46586f8dc','104',8667009327229036044);
INSERT INTO contacts VALUES('4b3649f46586f8dc','107',8002097395186061175);
CREATE TABLE targets (
  target text primary key,
  roster text not null,
  workspace text not null,
  workspace_name text not null,
  region text not null
);
INSERT INTO targets VALUES('4b3649f46586f8dc','postgresql://postgres:***@127.0.0.1:5977/roster public.members','ab12','Example Union','US');
CREATE TABLE accesses (
  access text primary key,
  workspace text not null,
  workspace_name text not null,
  region text not null
);
INSERT INTO accesses VALUES('176df1dddeb13448b9c94c65c73d721c','ab12','Example Union','US');
CREATE TABLE past_runs (
  target text not null,
  run text not null,
  ended bigint not null,
  members bigint,
  put_away bigint not null,
  emptied text not null,
  forced bigint not null, joined text not null default '{}',
  primary key (target, run)
);
INSERT INTO past_runs VALUES('4b3649f46586f8dc','20261127T180610Z-c466',1795802776870,10,0,'{}',1,'{"everybody":10,"facility public.facilities":10,"found":9,"positions public.positions":2,"region public.regions":10,"type public.member_types":10,"users":10}');
INSERT INTO past_runs VALUES('4b3649f46586f8dc','20261127T180619Z-e778',1795802785373,10,0,'{}',1,'{"everybody":10,"facility public.facilities":10,"found":9,"positions public.positions":2,"region public.regions":10,"type public.member_types":10,"users":11}');
CREATE TABLE last_workspaces (
  sync text not null,
  roster text not null,
  intercom text not null,
  workspace text not null,
  workspace_name text not null,
  region text not null,
  primary key (sync, roster, intercom)
);
INSERT INTO last_workspaces VALUES('default','postgresql://postgres:***@127.0.0.1:5977/roster public.members','127.0.0.1-4977','ab12','Example Union','US');
CREATE TABLE notices (
  run text not null,
  position bigint not null,
  kind text not null,
  gist text not null,
  members text not null,
  shown text not null,
  masked text not null,
  primary key (run, position)
);
INSERT INTO notices VALUES('20261127T180610Z-c466',1,'unknown_code','The vocabulary positions has no name for some codes, which are written as they are','','The vocabulary positions has no name for ''ODD''; it is written as it is in 1 contact.','The vocabulary positions has no name for ''ODD''; it is written as it is in 1 contact.');
INSERT INTO notices VALUES('20261127T180610Z-c466',2,'mapping','phone is left alone: the roster''s phone number is not valid (region US).','103','Member 103: phone is left alone: the roster''s phone number is not valid (region US).','Member 103: phone is left alone: the roster''s phone number is not valid (region US).');
INSERT INTO notices VALUES('20261127T180610Z-c466',3,'unknown_external_id','A contact of the member carries an external id that nobody in the roster has: it is left alone','110','Contact 65a0b1c20000000000000006 of member 110 carries the external id 999, which nobody in the roster has: it is left alone.','Contact 65a0b1c20000000000000006 of member 110 carries the external id 999, which nobody in the roster has: it is left alone.');
CREATE TABLE mappings (
  target text not null,
  kind text not null,
  field text not null,
  digest text not null,
  primary key (target, kind, field)
);
INSERT INTO mappings VALUES('4b3649f46586f8dc','good','custom_attributes.facility','1f3aee3dbbd90c319aa15a8488fa2c6a');
INSERT INTO mappings VALUES('4b3649f46586f8dc','good','custom_attributes.member_type','1ddbc12b48ae5e325ac5a1bc2342cb27');
INSERT INTO mappings VALUES('4b3649f46586f8dc','good','custom_attributes.positions','857f97799517e2d1c4415241967c0a33');
CREATE TABLE endings (
  target text not null,
  member text not null,
  sides text not null,
  kind text not null,
  reason text not null,
  contact text not null,
  since bigint not null,
  primary key (target, member)
);
INSERT INTO endings VALUES('4b3649f46586f8dc','110','a5e7f73e7fbe841a0ac936529b9596287bcf9e28c311db36fa53bdeae24517d6','clash','Contact 65a0b1c20000000000000006 carries an external id that nobody on the roster has, and the settings say to leave such contacts (identity.unknown_external_id).','',1795802776916);
CREATE TABLE pauses (
  sync text not null,
  roster text not null,
  intercom text not null,
  since bigint not null,
  until bigint,
  who text not null,
  why text not null,
  primary key (sync, roster, intercom)
);
INSERT INTO pauses VALUES('default','postgresql://postgres:***@127.0.0.1:5977/roster public.members','api.intercom.io',1795815477620,4102358400000,'ops of cron-1','the roster is being corrected');
CREATE TABLE ignores (
  target text not null,
  member text not null,
  since bigint not null,
  until bigint not null,
  who text not null,
  why text not null,
  primary key (target, member)
);
INSERT INTO ignores VALUES('4b3649f46586f8dc','110',1795802400000,4102444800000,'ops of cron-1','waits for the branch office');
CREATE TABLE failing (
  target text not null,
  member text not null,
  cause text not null,
  since bigint not null,
  primary key (target, member)
);
INSERT INTO failing VALUES('4b3649f46586f8dc','110','Contact … belongs to member … and was not touched.',1795802400000);
CREATE TABLE scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data blob,
  execution_time timestamp not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp,
  last_failure timestamp,
  consecutive_failures integer,
  last_heartbeat timestamp,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
INSERT INTO scheduled_tasks VALUES('sync','default',NULL,1764316800000,0,NULL,NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE tokens (
  digest text not null primary key,
  name text not null,
  role text not null,
  created bigint not null,
  creator text not null,
  expires bigint,
  revoked bigint,
  used bigint
);
INSERT INTO tokens VALUES('513f200e1929374140538a0b978d6237accb08bef59cee836d17fc046c1557e9','ci','operator',1795802400000,'ops of cron-1',1803578400000,NULL,1795802460000);
CREATE TABLE audit (
  number integer primary key,
  at bigint not null,
  who text not null,
  origin text not null,
  action text not null,
  subject text not null,
  ending text not null
);
INSERT INTO audit VALUES(1,1795802400000,'ops of cron-1','the command line','token add','ci, operator','done');
INSERT INTO audit VALUES(2,1795802461000,'token ci','127.0.0.1','POST /api/v1/syncs/{name}/runs','/api/v1/syncs/default/runs','begun');
CREATE TABLE requests (
  caller text not null,
  key text not null,
  request text not null,
  begun bigint not null,
  status bigint,
  location text,
  body text,
  primary key (caller, key)
);
INSERT INTO requests VALUES('token ci','k-1','0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',1795802462000,202,'/api/v1/runs/20261127T180102Z-1f2e','{}');
CREATE TABLE plans (
  digest text not null primary key,
  sync text not null,
  made bigint not null,
  document blob not null
, head blob, masked_head blob, entries bigint);
INSERT INTO plans VALUES('0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f','default',1795802462000,X'1f8b0800000000000203ab564acb2fca4d2c51b25230ae05000bdf02d00d000000',NULL,NULL,NULL);
CREATE TABLE people (
  name text not null primary key,
  role text not null,
  password text not null,
  created bigint not null,
  creator text not null,
  changed bigint not null,
  used bigint
);
INSERT INTO people VALUES('ann','operator','$argon2id$v=19$m=19456,t=2,p=1$aW52ZW50ZWRzYWx0MDAwMA$aW52ZW50ZWRoYXNoMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA',1795802462000,'ops of cron-1',1795802462000,1795802463000);
CREATE TABLE sessions (
  digest text not null primary key,
  person text not null,
  origin text not null,
  role text not null,
  began bigint not null,
  seen bigint not null
);
INSERT INTO sessions VALUES('0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f','ann','account','operator',1795802463000,1795802464000);
CREATE TABLE rates (
  token text not null primary key,
  version bigint not null
);
INSERT INTO rates VALUES('a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1',12);
CREATE TABLE rate_claims (
  token text not null,
  claimant text not null,
  reserved double precision not null,
  wanted double precision not null,
  valid bigint not null,
  counts bigint not null,
  primary key (token, claimant)
);
INSERT INTO rate_claims VALUES('a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1','cron-1:7-1f2e3d4c',0.5,1.0,1795802468000,1795802480000);
CREATE TABLE stops (
  run text not null primary key,
  asked bigint not null,
  who text not null
);
INSERT INTO stops VALUES('20261127T180102Z-1f2e',1795802463000,'token ci');
CREATE TABLE plan_pages (
  digest text not null,
  page bigint not null,
  entries blob not null,
  primary key (digest, page)
);
INSERT INTO plan_pages VALUES('0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',0,X'1f8b08000000000002038b8e050029bb4c0d02000000');
CREATE TABLE plan_requests (
  id text not null primary key,
  sync text not null,
  who text not null,
  asked bigint not null,
  digest text,
  status bigint,
  reason text
);
INSERT INTO plan_requests VALUES('6f1c1c58-3f0a-4d7e-9b1e-0f5d7c2f8a11','default','token ci',1795802463000,'0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',NULL,NULL);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX runs_by_time on runs (started);
CREATE INDEX changes_by_member on changes (member);
CREATE VIEW runs_v as
select
  runs.run as run,
  runs.sync as sync,
  runs.command as command,
  targets.roster as roster,
  targets.workspace as workspace,
  targets.workspace_name as workspace_name,
  strftime('%Y-%m-%dT%H:%M:%fZ', runs.started / 1000.0, 'unixepoch') as started,
  strftime('%Y-%m-%dT%H:%M:%fZ', runs.finished / 1000.0, 'unixepoch') as finished,
  (runs.finished - runs.started) / 1000.0 as duration_seconds,
  coalesce(runs.status, 'unended') as status,
  runs.user_name as user_name,
  runs.host as host,
  coalesce(runs.trigger, 'unknown') as trigger,
  runs.planned_create as planned_create,
  runs.planned_update as planned_update,
  runs.planned_archive as planned_archive,
  runs.planned_depart as planned_depart,
  runs.planned_revive as planned_revive,
  runs.total as total,
  runs.created as created,
  runs.updated as updated,
  runs.unchanged as unchanged,
  runs.skipped as skipped,
  runs.failed as failed,
  runs.failed_anew as failed_anew,
  runs.failed_before as failed_before,
  runs.failed_ignored as failed_ignored,
  runs.recovered as recovered,
  runs.duplicates as duplicates_resolved,
  runs.leavers as leavers,
  runs.not_kept as not_kept,
  runs.calls as calls,
  runs.settings as settings
from runs as runs
left join targets as targets on targets.target = runs.target;
CREATE VIEW changes_v as
select
  changes.run as run,
  runs.sync as sync,
  targets.workspace as workspace,
  strftime('%Y-%m-%dT%H:%M:%fZ', runs.started / 1000.0, 'unixepoch') as started,
  changes.member as member,
  changes.contact as contact,
  changes.kind as planned,
  changes.outcome as outcome,
  written.key as field,
  strftime('%Y-%m-%dT%H:%M:%fZ', changes.settled / 1000.0, 'unixepoch') as settled
from changes as changes
join runs as runs on runs.run = changes.run
left join targets as targets on targets.target = runs.target
left join json_each(nullif(changes.fields, '')) as written on true;
CREATE VIEW failures_v as
select
  changes.run as run,
  runs.sync as sync,
  targets.workspace as workspace,
  strftime('%Y-%m-%dT%H:%M:%fZ', runs.started / 1000.0, 'unixepoch') as started,
  changes.member as member,
  changes.contact as contact,
  coalesce(changes.cause, 'unknown') as cause,
  changes.request_id as request_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', changes.settled / 1000.0, 'unixepoch') as settled
from changes as changes
join runs as runs on runs.run = changes.run
left join targets as targets on targets.target = runs.target
where changes.outcome = 'failed';
CREATE INDEX scheduled_tasks_by_time on scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
CREATE UNIQUE INDEX tokens_by_name on tokens (name) where revoked is null;
CREATE INDEX runs_by_sync on runs (sync, started);
CREATE INDEX sessions_by_person on sessions (person);
CREATE TRIGGER audit_is_not_changed before update on audit
begin select raise(abort, 'the audit log is only added to'); end;
CREATE TRIGGER audit_is_not_removed before delete on audit
begin select raise(abort, 'the audit log is only added to'); end;
COMMIT;
