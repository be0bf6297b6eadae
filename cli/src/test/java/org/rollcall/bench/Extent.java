package org.rollcall.bench;

import java.util.List;

/// How much is measured.
enum Extent {
  QUICK(300),
  USUAL(20_123),
  LONG(20_123),
  WHOLE(20_123);

  private final int members;

  Extent(int members) {
    this.members = members;
  }

  /// How many the roster has.
  int members() {
    return members;
  }

  List<Lane> lanes() {
    return switch (this) {
      case QUICK -> List.of(Lane.AUTO);
      case USUAL, LONG, WHOLE -> List.of(Lane.SHIPPED, Lane.AUTO);
    };
  }

  /// Smaller rosters, to show the growth with.
  List<Integer> sizes() {
    return switch (this) {
      case QUICK -> List.of(250);
      case USUAL, LONG, WHOLE -> List.of(1_000, 5_000, 10_000);
    };
  }

  /// How many members to sync: as many as can be in the time that there is.
  int sample(Case night, Side side, Lane lane) {
    return switch (this) {
      case WHOLE -> members;
      case LONG -> isWholeInLong(night, lane) ? members : USUAL.sample(night, side, lane);
      case QUICK ->
          switch (side) {
            case ROLLCALL -> members;
            case SCRIPT -> 60;
          };
      case USUAL ->
          switch (side) {
            case ROLLCALL -> rollcall(night, lane);
            case SCRIPT -> script(night, lane);
          };
    };
  }

  /// What the comparison is about, and whatever takes minutes.
  private static boolean isWholeInLong(Case night, Lane lane) {
    return night == Case.HUNDRED_CHANGED || lane.equals(Lane.AUTO);
  }

  private int rollcall(Case night, Lane lane) {
    return switch (night) {
      case NOTHING_CHANGED, HUNDRED_CHANGED, FIRST_LOAD_IN_BULK, EVERYTHING_CHANGED_IN_BULK ->
          members;
      case FIRST_LOAD -> lane.equals(Lane.SHIPPED) ? 400 : members;
      case EVERYTHING_CHANGED -> lane.equals(Lane.SHIPPED) ? 3_050 : members;
    };
  }

  private int script(Case night, Lane lane) {
    if (lane.equals(Lane.SHIPPED)) {
      return 250;
    }
    return switch (night) {
      case HUNDRED_CHANGED -> members;
      case NOTHING_CHANGED,
          FIRST_LOAD,
          FIRST_LOAD_IN_BULK,
          EVERYTHING_CHANGED,
          EVERYTHING_CHANGED_IN_BULK ->
          1_500;
    };
  }
}
