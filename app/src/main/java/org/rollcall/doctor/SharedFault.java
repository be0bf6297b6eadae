package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Errors that say the same of several subjects come from one fault, and so are one finding: a
/// gateway may answer although the database behind it is away.
final class SharedFault {
  /// How a failure to read begins. It names the table, which is not at fault then.
  private static final Pattern TABLE = Pattern.compile("^Table \\S+ (?=could not be read)");

  private SharedFault() {}

  /// The same findings, where the first of those that say the same stands for all.
  static List<Finding> merged(List<Finding> findings) {
    var merged = new ArrayList<Finding>();
    var places = new HashMap<List<String>, Integer>();
    for (var finding : findings) {
      switch (finding) {
        case Finding.Wrong wrong -> {
          var place = places.putIfAbsent(words(wrong), merged.size());
          if (place == null) {
            merged.add(wrong);
          } else {
            merged.set(place, ((Finding.Wrong) merged.get(place)).hiding(wrong));
          }
        }
        case Finding.Good _, Finding.Warning _ -> merged.add(finding);
      }
    }
    return merged;
  }

  private static List<String> words(Finding.Wrong wrong) {
    return List.of(TABLE.matcher(wrong.found()).replaceFirst(""), wrong.advice());
  }
}
