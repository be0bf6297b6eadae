package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.member;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.run.FieldDigest;
import org.rollcall.run.RefusedFields.Refusal;

class RefusedFieldsFileTest {
  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();

  @Test
  void what_was_refused_is_known_to_the_next_run() {
    var file = folder.resolve("deep/down/refused-fields");
    open(file).remember(List.of(refusal("101", "+12025550123")));
    open(file).remember(List.of(refusal("tab\t\"quote\"", "+12025550124")));
    assertThat(open(file).of(member("101")))
        .isEqualTo(Map.of(FieldName.PHONE, refusal("101", "+12025550123").digest()));
    assertThat(open(file).of(member("tab\t\"quote\""))).hasSize(1);
    assertThat(open(file).of(member("102"))).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @Test
  void a_later_refusal_takes_the_place_of_an_earlier_one() throws IOException {
    var file = folder.resolve("refused-fields");
    var refused = open(file);
    refused.remember(List.of(refusal("101", "+12025550123")));
    refused.remember(List.of(refusal("101", "+12025550124")));
    assertThat(refused.of(member("101")))
        .isEqualTo(Map.of(FieldName.PHONE, refusal("101", "+12025550124").digest()));
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void the_file_is_its_owners_alone_holds_no_phone_and_leaves_nothing_beside_it()
      throws IOException {
    var file = folder.resolve("refused-fields");
    open(file).remember(List.of(refusal("101", "+12025550123")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains("\"101\"").doesNotContain("2025550123");
    assertThat(folder).isDirectoryContaining(file::equals);
    try (var beside = Files.list(folder)) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void a_spoilt_line_spoils_no_other() throws IOException {
    var file = folder.resolve("refused-fields");
    open(file).remember(List.of(refusal("101", "+12025550123")));
    var good = Files.readString(file);
    Files.writeString(
        file, "nonsense\n{\"member\": \"102\"}\n[]\n{\"member\": 3}\n\n" + good + "{\"mem");
    assertThat(open(file).of(member("101"))).hasSize(1);
    assertThat(open(file).of(member("102"))).isEmpty();
  }

  @Test
  void a_file_that_is_no_text_is_no_memory() throws IOException {
    var file = Files.write(folder.resolve("refused-fields"), new byte[] {(byte) 0xC3, 0x28, '\n'});
    assertThat(open(file).of(member("101"))).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_is_told_and_stops_nothing() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "no folder");
    open(inTheWay.resolve("refused-fields")).remember(List.of(refusal("101", "+12025550123")));
    assertThat(troubles).singleElement().asString().contains("the next run sends it again");
  }

  @Test
  void where_nothing_was_refused_no_file_is_made() {
    open(folder.resolve("refused-fields")).remember(List.of());
    assertThat(folder).isEmptyDirectory();
  }

  private RefusedFieldsFile open(Path file) {
    return new RefusedFieldsFile(file, troubles::add);
  }

  private static Refusal refusal(String number, String phone) {
    var id = member(number);
    return new Refusal(
        id, FieldName.PHONE, FieldDigest.of(id, FieldName.PHONE, new Value.Text(phone)));
  }
}
