package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.json.PlanJson;
import org.rollcall.json.ReportJson;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;
import org.rollcall.support.Golden;
import org.rollcall.support.Pages;
import tools.jackson.databind.JsonNode;

/// `docs/json.md` shows the report and the plan as they are written. Its examples are written anew
/// like golden texts.
class ReportPageTest {
  private static final String PAGE = "docs/json.md";

  @Test
  void the_examples_are_what_the_program_writes() {
    var page = Pages.read(PAGE);
    var written = put(put(page, "## The report", report()), "## The plan", plan());
    Golden.assertSame(PAGE, written);
  }

  @Test
  void every_name_in_the_examples_is_explained() {
    var told = explained();
    assertThat(Stream.of(report(), plan()).flatMap(ReportPageTest::names).distinct())
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(told).contains("`" + name + "`"));
  }

  @Test
  void every_remedy_is_explained() {
    assertThat(Remedy.values())
        .allSatisfy(remedy -> assertThat(explained()).contains("`" + Words.token(remedy) + "`"));
  }

  @Test
  void every_way_to_recognise_and_every_ending_is_explained() {
    assertThat(Stream.of(Match.values(), Report.Status.values()).flatMap(Stream::of))
        .allSatisfy(word -> assertThat(explained()).contains("`" + Words.token(word) + "`"));
  }

  private static String explained() {
    return Pages.read(PAGE).replaceAll("(?ms)^```\\w*\\n.*?^```$", "");
  }

  /// The page with `json` in the block below `heading`.
  private static String put(String page, String heading, JsonNode json) {
    var opening = "\n```json\n";
    var from = page.indexOf(opening, page.indexOf("\n" + heading + "\n")) + opening.length();
    return page.substring(0, from)
        + JsonText.of(json).stripTrailing()
        + page.substring(page.indexOf("\n```", from));
  }

  /// Every name but those of fields, which are the settings'.
  private static Stream<String> names(JsonNode node) {
    return Stream.concat(
        node.properties().stream()
            .flatMap(property ->
                property.getKey().equals("fields")
                    ? Stream.of("fields")
                    : Stream.concat(Stream.of(property.getKey()), names(property.getValue()))),
        node.isArray() ? node.valueStream().flatMap(ReportPageTest::names) : Stream.empty());
  }

  private static JsonNode report() {
    var brought =
        outcome(
            "10002",
            new Result.Updated(),
            List.of(
                new Difference(Samples.REGION, "NGL", "GL"),
                new Difference(FieldName.PHONE, "", "+12025550123")),
            List.of(Remedy.INSPECT, Remedy.UNARCHIVE));
    var clash =
        outcome(
            "10006",
            new Result.IdentityClash(
                "Contact 654b2f belongs to member 10007 and was not touched; two members seem to share an e-mail."),
            List.of(),
            List.of(Remedy.INSPECT));
    var totals = new Totals(20_123, 98, 641, 19_383, 0, 1, 43, 0);
    var sample = Samples.report(Report.Status.PARTIAL, totals, List.of(brought, clash));
    return new ReportJson(Privacy.SHOW).of(sample);
  }

  private static Outcome outcome(
      String member, Result result, List<Difference> differences, List<Remedy> remedies) {
    return Outcome.of(new MemberId(member), "bo@example.org", "Bo Lind", result)
        .on(new ContactId("63f1c0" + member))
        .writing(differences)
        .after(new Trail(remedies, List.of(), List.of(), List.of()))
        .lastAsked("000ab" + member);
  }

  private static JsonNode plan() {
    var update =
        new Change.Update(
            Samples.wanted("10002", "bo@example.org"),
            Samples.contact("63f1c0", "bo@example.org", 1_700_000_000),
            Match.EXTERNAL_ID,
            List.of(new Difference(Samples.REGION, "NGL", "GL")),
            List.of(Samples.contact("51aa07", "bo@example.org", 1_600_000_000)));
    var skip =
        new Change.Skip(
            new MemberId("10004"),
            "dee@",
            "The roster's e-mail address names no domain after its @.");
    var notice = new Notice.UnknownCodes("positions", new TreeMap<>(Map.of("XQ", 3)));
    var plan = new Plan(List.of(update, skip), List.of(notice));
    return new PlanJson(Privacy.SHOW).of(Samples.sheet(plan));
  }
}
