package org.rollcall.store;

/// Statements that make the database refuse to change or remove what is in the audit log. They
/// guard against mistakes: who owns the database can take them away.
final class AuditTriggers {
  static final String SQLITE =
      """
      create trigger audit_is_not_changed before update on audit
      begin select raise(abort, 'the audit log is only added to'); end;
      create trigger audit_is_not_removed before delete on audit
      begin select raise(abort, 'the audit log is only added to'); end;
      """;

  static final String POSTGRES =
      """
      create function rollcall.refuse_change() returns trigger language plpgsql as
      'begin raise exception ''the audit log is only added to''; end';
      create trigger audit_is_kept before update or delete or truncate on rollcall.audit
      for each statement execute function rollcall.refuse_change();
      """;

  private AuditTriggers() {}
}
