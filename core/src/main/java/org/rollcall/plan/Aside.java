package org.rollcall.plan;

import org.rollcall.model.MemberId;

/// The number that a contact carries for moments while members swap theirs: two contacts never have
/// the same. It tells whom the contact goes to, so that a run that is killed there is finished by
/// the next one.
public final class Aside {
  private static final String PREFIX = "rollcall-moves-to-";

  private Aside() {}

  /// The number of a contact that goes to `member`.
  public static String on(MemberId member) {
    return PREFIX + member;
  }

  /// The member whom an external id stands for.
  ///
  /// @throws IllegalArgumentException when nothing is seen of it
  static MemberId meant(String externalId) {
    var number = new MemberId(externalId);
    return number.value().startsWith(PREFIX) && number.value().length() > PREFIX.length()
        ? new MemberId(number.value().substring(PREFIX.length()))
        : number;
  }
}
