package org.rollcall.bench;

import java.util.List;

/// A night to measure.
enum Case {
  /// The workspace is as the roster wants it.
  NOTHING_CHANGED("nothing changed", 0),

  /// A hundred members have another name since last night.
  HUNDRED_CHANGED("100 changed", 100),

  /// Nobody is in the workspace yet.
  FIRST_LOAD("first load", Integer.MAX_VALUE),

  /// The same, with `intercom.bulk: true`; there is no script that does so.
  FIRST_LOAD_IN_BULK("first load in bulk", Integer.MAX_VALUE),

  /// Every member has another name since last night.
  EVERYTHING_CHANGED("everything changed", Integer.MAX_VALUE),

  /// The same, with `intercom.bulk: true`.
  EVERYTHING_CHANGED_IN_BULK("everything changed in bulk", Integer.MAX_VALUE);

  private final String label;
  private final int most;

  Case(String label, int most) {
    this.label = label;
    this.most = most;
  }

  String label() {
    return label;
  }

  /// Most members that Rollcall has to write.
  int writes(int members) {
    return Math.min(members, most);
  }

  /// Who is measured.
  List<Side> sides() {
    return isInBulk() ? List.of(Side.ROLLCALL) : List.of(Side.values());
  }

  /// Whether somebody is in the workspace before.
  boolean beginsEmpty() {
    return this == FIRST_LOAD || this == FIRST_LOAD_IN_BULK;
  }

  private boolean isInBulk() {
    return this == FIRST_LOAD_IN_BULK || this == EVERYTHING_CHANGED_IN_BULK;
  }

  /// Rollcall's settings for it.
  String in(String settings) {
    return isInBulk() ? inBulk(settings) : settings;
  }

  /// Numbers of something else would be told as those of bulk calls.
  private static String inBulk(String settings) {
    var changed =
        settings.replaceFirst("(?m)^intercom:$", "intercom:\n  bulk: true\n  version: \"2.17\"");
    if (changed.equals(settings)) {
      throw new IllegalStateException("The settings have no line 'intercom:'.");
    }
    return changed;
  }

  /// What to do to the roster before.
  String change() {
    return switch (this) {
      case NOTHING_CHANGED, FIRST_LOAD, FIRST_LOAD_IN_BULK -> "select 1";
      case HUNDRED_CHANGED ->
          """
          update members set lastname = lastname || '-Newname' where membernumber in (
            select membernumber from members
             where status in ('Active', 'Retired') and email is not null
             order by md5(membernumber) limit 100)
          """;
      case EVERYTHING_CHANGED, EVERYTHING_CHANGED_IN_BULK ->
          "update members set lastname = lastname || '-Newname'";
    };
  }

  /// What to do to the roster after.
  static String restore() {
    return "update members set lastname = replace(lastname, '-Newname', '') where lastname like '%-Newname'";
  }

  /// What to say to `rollcall sync`: the safeguard would refuse a night that changes everybody.
  List<String> options() {
    return switch (this) {
      case NOTHING_CHANGED, HUNDRED_CHANGED, FIRST_LOAD, FIRST_LOAD_IN_BULK -> List.of();
      case EVERYTHING_CHANGED, EVERYTHING_CHANGED_IN_BULK -> List.of("--force");
    };
  }
}
