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
);
INSERT INTO runs VALUES('20261126T144200Z-0dcf','sync','ffc789299b806b25',1795704120162,1795704124221,'succeeded',NULL,5,3,0,0,1,0,8,4,4,0,0,0,1,0,16);
INSERT INTO runs VALUES('20261126T144224Z-9e56','sync','ffc789299b806b25',1795704144865,NULL,NULL,NULL,3,2,6,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
  request_id text,
  primary key (run, member)
);
INSERT INTO changes VALUES('20261126T144200Z-0dcf','101','update','ann@example.org','65a0b1c20000000000000001',1795704122037,1795704122572,'updated',NULL,'','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.positions":["","Facility President"],"custom_attributes.region":["","GL"],"phone":["","+12025550101"]}','sandbox-00000004');
INSERT INTO changes VALUES('20261126T144200Z-0dcf','104','create','di@example.org','65a0b1c2000000000000000a',1795704122040,1795704123092,'created',NULL,'without_field','','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"email":["","di@example.org"],"external_id":["","104"],"name":["","Di Dogwood"],"role":["","user"]}','sandbox-00000012');
INSERT INTO changes VALUES('20261126T144200Z-0dcf','106','create','flo@example.org','65a0b1c20000000000000003',1795704122041,1795704124191,'updated',NULL,'unarchive','','{"custom_attributes.facility":["","RNAV"],"custom_attributes.member_type":["","Retired Member"],"custom_attributes.region":["","RNAV"],"phone":["","+12025550106"]}','sandbox-00000016');
INSERT INTO changes VALUES('20261126T144200Z-0dcf','107','update','gus@example.org','65a0b1c20000000000000006',1795704122041,1795704124194,'updated',NULL,'','65a0b1c20000000000000005','{"custom_attributes.facility":["","ZAU"],"custom_attributes.member_type":["","Active Member"],"custom_attributes.region":["","GL"],"phone":["","+12025550107"]}','sandbox-00000010');
INSERT INTO changes VALUES('20261126T144224Z-9e56','101','update','ann@example.org','65a0b1c20000000000000001',1795704146632,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO changes VALUES('20261126T144224Z-9e56','109','create','ida@example.org',NULL,1795704146635,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE leases (
  workspace text primary key,
  holder text not null,
  run text not null,
  since bigint not null,
  expires bigint not null
);
INSERT INTO leases VALUES('ab12','host.example.org, process 7','20261126T144224Z-9e56',1795704144865,1795704204865);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX runs_by_time on runs (started);
CREATE INDEX changes_by_member on changes (member);
COMMIT;
