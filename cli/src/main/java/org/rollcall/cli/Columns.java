package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.model.PrintableText;

/// Rows under a head, each column as wide as its widest cell.
final class Columns {
  private Columns() {}

  /// @param rows each with as many cells as the head
  static Stream<StyledLine> of(List<String> head, List<List<String>> rows) {
    var printable = rows.stream().map(Columns::printable).toList();
    int[] widths =
        IntStream.range(0, head.size()).map(column -> width(column, head, printable)).toArray();
    return Stream.concat(
        Stream.of(StyledLine.EMPTY.faint(line(head, widths))),
        printable.stream().map(cells -> StyledLine.of(line(cells, widths))));
  }

  private static List<String> printable(List<String> cells) {
    return cells.stream().map(PrintableText::of).toList();
  }

  private static int width(int column, List<String> head, List<List<String>> rows) {
    return Stream.concat(Stream.of(head), rows.stream())
        .mapToInt(cells -> cells.get(column).length())
        .max()
        .orElse(0);
  }

  /// The last cell is not padded.
  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> Words.padded(cells.get(column), widths[column]))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
