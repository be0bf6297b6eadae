package org.rollcall.apply;

import java.time.Duration;
import org.rollcall.model.FieldName;

/// Told when a call to Intercom has to wait or to be repeated. Called by many threads at once.
public interface GatewayListener {
  /// A call brought no settled answer and is sent again after `pause`.
  ///
  /// @param what which call, without anybody's data, such as "a contact's update"
  /// @param why what came instead of an answer, as a sentence
  /// @param attempt the try that follows, from 2
  /// @param attempts how many tries there are in all
  void retrying(String what, String why, int attempt, int attempts, Duration pause);

  /// The rate limit holds calls up for a second or more. The short waits of a steady pace are not
  /// told.
  ///
  /// @param used calls made in the present window
  /// @param maximum calls allowed in it
  void rateWait(int used, int maximum, Duration pause);

  /// The calls of this process wait, because it has no part of a limit that it shares with others.
  ///
  /// @param why as a sentence
  void waitsForPart(String why);

  /// Intercom refuses a call since too many were made, by others perhaps, and it waits for five
  /// seconds or more.
  ///
  /// @param what which call, without anybody's data
  /// @param why Intercom's own words
  void refusedByRate(String what, String why, Duration pause);

  /// So many members in a row got no answer. All others wait, and one of them tries every now and
  /// then whether Intercom is back.
  ///
  /// @param why what came instead of the last answer, as a sentence
  /// @param between the time between two tries
  /// @param patience how long it is waited for
  void outage(int members, String why, Duration between, Duration patience);

  /// Intercom answers again.
  void back();

  /// Intercom takes no more contacts for this reason, so none is made any more.
  void noCreates(String why);

  /// Intercom refused a field for so many members in a row, so it is left out for all others.
  void refusedForAll(FieldName field, int members);
}
