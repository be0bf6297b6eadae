package org.rollcall.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Divides the calls of a window among those who want them. Nobody gets more than they want, nobody
/// gets less than another who gets more than they do, and no call is left that somebody wants.
///
/// All who divide the same wants come to the same result.
final class Division {
  private Division() {}

  /// The calls of each user.
  ///
  /// @param wants the calls that each user could use
  /// @param turn a number that grows with time. Where the calls do not come out even, those that
  ///   are left over go to other users with each turn, so that nobody is left without for good.
  static Map<String, Integer> of(int calls, SortedMap<String, Integer> wants, long turn) {
    var parts = new TreeMap<String, Integer>();
    var open = new ArrayList<>(wants.keySet());
    int left = calls;
    while (!open.isEmpty()) {
      int even = left / open.size();
      var content = open.stream().filter(user -> want(wants, user) <= even).toList();
      if (content.isEmpty()) {
        parts.putAll(evenly(open, left, turn));
        return parts;
      }
      for (var user : content) {
        parts.put(user, want(wants, user));
        left -= want(wants, user);
      }
      open.removeAll(content);
    }
    return parts;
  }

  private static int want(Map<String, Integer> wants, String user) {
    return wants.getOrDefault(user, 0);
  }

  private static Map<String, Integer> evenly(List<String> users, int calls, long turn) {
    var parts = new TreeMap<String, Integer>();
    int count = users.size();
    for (int at = 0; at < count; at++) {
      var more = Math.floorMod(at + turn, count) < calls % count;
      parts.put(users.get(at), calls / count + (more ? 1 : 0));
    }
    return parts;
  }
}
