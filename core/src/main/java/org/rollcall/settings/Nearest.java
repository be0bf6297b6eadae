package org.rollcall.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which word was meant.
public final class Nearest {
  private Nearest() {}

  /// The one of `words` that is closest to `written`, regardless of letter case; empty if none is
  /// close.
  public static Optional<String> to(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> distance(written, word) <= allowance(written))
        .min(
            Comparator.<String>comparingInt(word -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The guess as the end of a sentence; `""` if no word is close.
  public static String hint(String written, Collection<String> words) {
    return to(written, words).map("; did you mean \"%s\"?"::formatted).orElse("");
  }

  /// Allows one wrong letter for every three; in a shorter word a wrong letter makes another word.
  private static int allowance(String written) {
    return written.length() / 3;
  }

  /// The number of letters to insert, remove, replace or swap with their neighbour.
  private static int distance(String left, String right) {
    return distance(
        left.toLowerCase(Locale.ROOT).toCharArray(), right.toLowerCase(Locale.ROOT).toCharArray());
  }

  private static int distance(char[] left, char[] right) {
    var costs = new int[left.length + 1][right.length + 1];
    for (int i = 0; i <= left.length; i++) {
      for (int j = 0; j <= right.length; j++) {
        costs[i][j] = cheapest(costs, left, right, i, j);
      }
    }
    return costs[left.length][right.length];
  }

  private static int cheapest(int[][] costs, char[] left, char[] right, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replaced = costs[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
    return swapped(left, right, i, j) ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(char[] left, char[] right, int i, int j) {
    return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
  }
}
