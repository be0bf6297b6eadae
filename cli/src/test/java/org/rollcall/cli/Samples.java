package org.rollcall.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rollcall.app.OrphanList;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.apply.Trail;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MappingChange;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Rate;
import org.rollcall.model.RosterName;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Trigger;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.model.Workspace;
import org.rollcall.plan.Change;
import org.rollcall.plan.Deed;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.Notice;
import org.rollcall.plan.Plan;
import org.rollcall.review.Explanation;
import org.rollcall.review.PlanCost;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.Basis;
import org.rollcall.run.Failure;
import org.rollcall.run.KnownFailures;
import org.rollcall.run.MappingWords;
import org.rollcall.run.PlanRefusal;
import org.rollcall.run.PlanReview;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// Invented people, plans and reports for the views to show.
final class Samples {
  static final FieldName REGION = FieldName.attribute("region");
  static final Target TARGET =
      new Target(
          new RosterName("https://ref.supabase.co public.members"),
          new Workspace("ab12", "Example Union", "US"));

  static final Starter STARTER = new Starter("ops", "cron-1", Trigger.SYSTEMD);
  static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  private Samples() {}

  static Wanted wanted(String member, String email) {
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email(email)));
    return new Wanted(new MemberId(member), fields, List.of());
  }

  static Contact contact(String id, String email, long created) {
    return new Contact(
        new ContactId(id), Profile.of(Map.of(FieldName.EMAIL, new Value.Email(email))), created);
  }

  /// Of a plan that changes too many contacts, since the mapping is new.
  static PlanReview refused() {
    var mapping =
        new MappingChange(
            new TreeSet<>(List.of(FieldName.attribute("level"))), new TreeSet<>(List.of(REGION)));
    var objections =
        List.of(
            "The plan would update 20123 of 20145 contacts; safeguard.updates (50 %) allows 10072.",
            MappingWords.of(mapping));
    var advice =
        "If the new mapping is what you want, run `rollcall sync --accept-mapping-change`, once.";
    return new PlanReview(mapping, Optional.of(new PlanRefusal(objections, advice)));
  }

  static Plan plan() {
    var changes = new ArrayList<Change>();
    changes.add(
        new Change.Create(
            wanted("10001", "ana@example.org"),
            List.of(
                new Difference(FieldName.EMAIL, "", "ana@example.org"),
                new Difference(REGION, "", "GL"))));
    changes.add(
        new Change.Update(
            wanted("10002", "bo@example.org"),
            contact("c-2", "bo@example.org", 1_700_000_000),
            Match.EXTERNAL_ID,
            List.of(
                new Difference(REGION, "NGL", "GL"),
                new Difference(FieldName.NAME, "Bo Lind", ""),
                new Difference(FieldName.attribute("positions"), "", "Area Representative")),
            List.of(contact("c-2-old", "bo@example.org", 1_600_000_000))));
    changes.add(
        new Change.Unchanged(
            wanted("10003", "cy@example.org"),
            contact("c-3", "cy@example.org", 1_700_000_000),
            List.of(contact("c-3-old", "cy@example.org", 0))));
    changes.add(new Change.Skip(new MemberId("10004"), "dee@", "The e-mail is no address."));
    changes.add(new Change.Skip(new MemberId("10005"), "", "There is no e-mail."));
    IntStream.range(0, 7).mapToObj(Samples::unchanged).forEach(changes::add);
    return new Plan(changes, notices());
  }

  /// `plan` as its reviewer sees it.
  static PlanSheet sheet(Plan plan) {
    return sheet(plan, PlanReview.NONE);
  }

  static PlanSheet sheet(Plan plan, PlanReview review) {
    return PlanSheet.of(SyncName.DEFAULT, TARGET, EIGHT, plan, review, cost(plan));
  }

  static PlanCost cost(Plan plan) {
    return PlanCost.of(plan, Rate.of("166/10s"), false);
  }

  /// What taking a run back would do: a contact as it was, a made one away, an older one back, and
  /// one that somebody changed since.
  static Plan undoing() {
    var changed = wanted("10002", "bo@example.org");
    var fields =
        new Deed.Write(new ContactId("c-2"), changed, List.of(new Difference(REGION, "GL", "NGL")));
    return new Plan(
        List.of(
            new Change.Restore(
                new MemberId("10001"),
                "ana@example.org",
                new ContactId("c-1"),
                List.of(new Deed.Archive(new ContactId("c-1"))),
                List.of(),
                List.of()),
            new Change.Restore(
                changed.member(),
                "bo@example.org",
                new ContactId("c-2"),
                List.of(fields, new Deed.Unarchive(new ContactId("c-2-old"))),
                List.of("Contact c-2 was changed since: name stays."),
                List.of()),
            new Change.Skip(
                new MemberId("10003"), "cy@example.org", "Somebody changed the name since.")),
        List.of());
  }

  static Explanation explanation() {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("membernumber", "10002");
    row.put("firstname", "Bo");
    row.put("email", "bo@example.org");
    row.put("region", Map.of("code", "GL"));
    row.put("positions", List.of(Map.of("positiontype", "AREP")));
    var expressions = new TreeMap<FieldName, String>();
    expressions.put(FieldName.EMAIL, "member.email");
    expressions.put(REGION, "member.region.code");
    return new Explanation(
        new MemberId("10002"),
        new Explanation.Standing.Eligible(
            new Member(new MemberId("10002"), row),
            new Projected.Ready(wanted("10002", "bo@example.org"), List.of())),
        expressions,
        Optional.of(plan().changes().get(1)),
        new RememberedRuns().changes("run-3").subList(0, 2));
  }

  static Plan emptyPlan() {
    return new Plan(IntStream.range(0, 7).mapToObj(Samples::unchanged).toList(), List.of());
  }

  static List<Notice> notices() {
    return List.of(
        new Notice.SharedEmail(
            "home@example.org", List.of(new MemberId("10006"), new MemberId("10007"))),
        new Notice.Mapping(
            new MemberId("10008"), "The phone 555 is no valid number and is left alone."),
        new Notice.UnknownExternalId(new MemberId("10009"), stray(), true),
        new Notice.UnknownExternalId(new MemberId("10010"), stray(), false),
        new Notice.DuplicatesLeft(
            new MemberId("10011"),
            contact("c-11", "kim@example.org", 1_700_000_000),
            List.of(contact("c-11-old", "kim@example.org", 1_600_000_000))),
        new Notice.UnknownCodes("positions", new TreeMap<>(Map.of("XQ", 3))));
  }

  private static Contact stray() {
    return new Contact(
        new ContactId("c-9"),
        Profile.of(Map.of(FieldName.EXTERNAL_ID, new Value.Text("7d9f0c52-stray"))),
        0);
  }

  static OrphanList orphans() {
    var gone = orphan("63f1c9", "10432", "gone@example.org", "Ana Gone").seenAt(1_769_853_600);
    return new OrphanList(
        SyncName.DEFAULT,
        TARGET,
        new Leavers.Ignore(),
        List.of(gone, orphan("63f1caaa", "10433", "", "")));
  }

  static Contact orphan(String id, String number, String email, String name) {
    var values = new TreeMap<FieldName, Value>();
    values.put(FieldName.EXTERNAL_ID, new Value.Text(number));
    if (!email.isEmpty()) {
      values.put(FieldName.EMAIL, new Value.Email(email));
      values.put(FieldName.NAME, new Value.Text(name));
    }
    return new Contact(new ContactId(id), Profile.of(values), 1_600_000_000);
  }

  private static Change unchanged(int index) {
    var email = "same" + index + "@example.org";
    return new Change.Unchanged(
        wanted("2000" + index, email), contact("s-" + index, email, 1_700_000_000), List.of());
  }

  static Outcome outcome(String member, Result result) {
    return Outcome.of(new MemberId(member), "ana@example.org", "Ana Diaz", result)
        .on(new ContactId("c-" + member))
        .writing(
            List.of(
                new Difference(FieldName.NAME, "Ana D", "Ana Diaz"),
                new Difference(REGION, "NGL", "GL")))
        .lastAsked("req-" + member);
  }

  /// One of each kind of ending, with what may come with it.
  static List<Outcome> outcomes() {
    return List.of(
        outcome("10001", new Result.Created()),
        updated(),
        Outcome.of(new MemberId("10003"), "", "", new Result.Skipped("There is no e-mail.")),
        outcome("10004", failed()),
        outcome("10005", failed()),
        outcome(
            "10006", new Result.IdentityClash("Contact c-77 belongs to member 10007; Ana Diaz.")),
        outcome("10007", needsPerson()),
        outcome("10008", needsPerson()),
        outcome("10009", needsPerson()),
        outcome("10010", needsPerson()),
        outcome("10011", needsPerson()),
        outcome("10012", needsPerson()));
  }

  private static Outcome updated() {
    var trail =
        Trail.NONE
            .spending(Remedy.UNARCHIVE)
            .spending(Remedy.UNBLOCK)
            .spending(Remedy.WITHOUT_FIELD)
            .warning(List.of("Intercom would not take the phone +12025550123."));
    return Outcome.of(new MemberId("10002"), "bo@example.org", "Bo Lind", new Result.Updated())
        .on(new ContactId("c-10002"))
        .writing(List.of(new Difference(FieldName.PHONE, "", "+12025550123")))
        .after(trail)
        .puttingAway(List.of(contact("c-old", "bo@example.org", 1_600_000_000)))
        .lastAsked("req-10002");
  }

  static Result failed() {
    return new Result.Failed(
        "Intercom refused ana@example.org: not valid.", false, Optional.empty());
  }

  static Result needsPerson() {
    return new Result.NeedsPerson("Unblock in Intercom: Settings › Spam › Blocked people.");
  }

  static Report report(Report.Status status, Totals totals, List<Outcome> members) {
    return new Report(
        SyncName.DEFAULT,
        "run-1",
        Optional.of(TARGET),
        status,
        EIGHT,
        EIGHT.plusMillis(487_234),
        Basis.INTERCOM,
        totals,
        new Report.Requests(312, 24),
        members,
        Optional.empty());
  }

  static Report succeeded() {
    return report(
        Report.Status.SUCCEEDED, new Totals(20145, 23, 109, 19980, 33, 0, 12, 0), List.of());
  }

  static Report partial() {
    return report(Report.Status.PARTIAL, new Totals(20, 1, 1, 8, 1, 9, 1, 2), outcomes());
  }

  static Report simulated() {
    return new Report(
        SyncName.DEFAULT,
        "run-1",
        Optional.of(TARGET),
        Report.Status.SUCCEEDED,
        EIGHT,
        EIGHT.plusMillis(12_005),
        Basis.ROSTER,
        new Totals(20145, 0, 20112, 0, 33, 0, 0, 0),
        new Report.Requests(0, 24),
        List.of(),
        Optional.empty());
  }

  /// What a dry run says that knows what earlier runs left.
  static Report simulatedKnowingly() {
    return new Report(
        SyncName.DEFAULT,
        "run-1",
        Optional.of(TARGET),
        Report.Status.SUCCEEDED,
        EIGHT,
        EIGHT.plusMillis(12_005),
        Basis.INDEX,
        new Totals(20145, 23, 109, 19980, 33, 0, 0, 0),
        new Report.Requests(0, 24),
        List.of(),
        Optional.empty());
  }

  /// Of members of whom one failed when they were tried last.
  static KnownFailures failures() {
    var known =
        new KnownFailures.Known(
            new Failure(new MemberId("10006"), "Contact … belongs to member …."), EIGHT);
    return new KnownFailures() {
      @Override
      public Map<MemberId, Known> last() {
        return Map.of(known.failure().member(), known);
      }

      @Override
      public Set<MemberId> ignored() {
        return Set.of();
      }

      @Override
      public void remember(Collection<Known> failing) {}
    };
  }

  static Report paused() {
    return ended(
        Report.Status.PAUSED,
        Optional.of(
            "Sync default is paused since 2026-11-22T08:00:00Z, until somebody resumes it."));
  }

  static Report ended(Report.Status status, Optional<String> reason) {
    return new Report(
        SyncName.DEFAULT,
        "run-1",
        Optional.of(TARGET),
        status,
        EIGHT,
        EIGHT.plusSeconds(3),
        Basis.INTERCOM,
        Totals.NONE,
        new Report.Requests(1, 2),
        List.of(),
        reason);
  }
}
