package org.rollcall.demo;

/// What becomes of a night.
enum Turn {
  /// Everybody gets a contact.
  FIRST_LOAD,
  /// As most nights.
  USUAL,
  /// Intercom is not there.
  OUTAGE,
  /// The roster is not there.
  NO_ROSTER,
  /// The safeguard refuses a roster that has lost members. In the morning it is whole again.
  SHRUNK,
  /// The mapping of a field was changed, so that the plan is refused. In the morning somebody means
  /// it.
  NEW_MAPPING,
  /// What it did to one member was wrong, and is taken back in the morning.
  TAKEN_BACK,
  /// The machine is restarted in the middle. The schedule makes it up at once.
  RESTARTED;

  /// What a union's year has: some nights are the same for all, some are its own.
  ///
  /// @param night from 0
  /// @param nights how many there are
  static Turn of(DemoUnion union, int night, int nights) {
    if (night == 0) {
      return FIRST_LOAD;
    }
    if (night == at(0.62, nights)) {
      return OUTAGE;
    }
    return switch (union) {
      case CONTROLLERS ->
          either(night, at(0.31, nights), NEW_MAPPING, at(0.87, nights), TAKEN_BACK);
      case PILOTS -> either(night, at(0.18, nights), NO_ROSTER, at(0.93, nights), SHRUNK);
      case STAGEHANDS -> night == at(0.45, nights) ? RESTARTED : USUAL;
    };
  }

  private static Turn either(int night, int one, Turn first, int other, Turn second) {
    return night == one ? first : night == other ? second : USUAL;
  }

  private static int at(double share, int nights) {
    return Math.max(1, (int) (share * nights));
  }
}
