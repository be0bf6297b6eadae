package org.rollcall.apply;

import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.member;
import static org.rollcall.support.People.right;
import static org.rollcall.support.People.user;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Policy;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Match;
import org.rollcall.plan.Roll;
import org.rollcall.support.Golden;

/// `docs/recovery.md` holds the table as the code has it: this asks the code every question there
/// is and compares what it says with the page.
class RecoveryDocumentTest {
  private static final Wanted ANN = wanted("101", "ann@example.org");
  private static final Recovery RECOVERY =
      new Recovery(
          new Roll(Set.of(member("101"), member("900")), Set.of()),
          Policy.DEFAULT,
          new Beginning(Instant.EPOCH));
  private static final String OTHER = "654b";

  @Test
  void the_page_is_the_table() {
    var page = new StringBuilder(Page.BEFORE);
    questions().forEach((asked, attempt) -> page.append(section(asked, attempt)));
    Golden.assertSame("docs/recovery.md", page.append(Page.AFTER).toString());
  }

  private static String section(String asked, Attempt attempt) {
    var rows = new StringBuilder();
    answers(attempt)
        .forEach((answered, reply) -> {
          var step = RECOVERY.next(attempt, reply);
          if (!meansNothing(step)) {
            rows.append("| %s | %s |\n".formatted(answered, Page.words(step)));
          }
        });
    return "\n### %s\n\n| Intercom answers | Rollcall does |\n|---|---|\n%s".formatted(asked, rows);
  }

  /// Pairs that cannot meet are left out, be it that they end at once or after a contact is
  /// archived again.
  private static boolean meansNothing(Step step) {
    return switch (step) {
      case Step.Send(var attempt) ->
          attempt.verdict().filter(RecoveryDocumentTest::says).isPresent();
      case Step.Done(_, Result.NotDone ending) -> says(ending);
      case Step.Done _, Step.Halt _ -> false;
    };
  }

  private static boolean says(Result.NotDone ending) {
    return ending.reason().contains("means nothing there");
  }

  private static Map<String, Attempt> questions() {
    var create = Attempt.of(new Change.Create(ANN, Diff.ofNew(ANN)));
    var stale = user("own", "101", "old@example.org");
    var update =
        Attempt.of(
            new Change.Update(
                ANN, stale, Match.EXTERNAL_ID, Diff.between(ANN, stale.profile()), List.of()));
    var questions = new LinkedHashMap<String, Attempt>();
    questions.put("create", create);
    questions.put("update", update);
    questions.put(
        "inspect once more after an update whose answer did not show what was sent",
        update
            .asking(new Request.Inspect(contactId("own")))
            .doubting(new UnconfirmedWrite(update.wishes(), new Result.Updated())));
    questions.put("inspect a contact named by a conflict", asking(create, inspect()));
    questions.put(
        "inspect a contact that was just brought back",
        asking(create, inspect()).reviving(contactId(OTHER)));
    questions.put("find by external id", asking(create, new Request.FindByExternalId("101")));
    questions.put("find by e-mail", asking(create, new Request.FindByEmail("ann@example.org")));
    questions.put("unarchive", asking(create, new Request.Unarchive(contactId(OTHER))));
    questions.put(
        "unarchive a contact that the plan brings back",
        Attempt.of(new Change.Revive(ANN, hidden(OTHER, "101", "archived"))));
    questions.put("unblock", asking(create, new Request.Unblock(contactId(OTHER))));
    questions.put(
        "block again a contact that was unblocked and is somebody else's",
        asking(create, new Request.Block(contactId(OTHER)))
            .endingAs(new Result.IdentityClash("It is somebody else's.")));
    questions.put(
        "archive again a contact that was brought back and is somebody else's",
        asking(create, new Request.Archive(contactId(OTHER)))
            .endingAs(new Result.IdentityClash("It is somebody else's.")));
    return questions;
  }

  private static Map<String, Reply> answers(Attempt attempt) {
    var answers = new LinkedHashMap<String, Reply>();
    answers.put("accepted", accepted(attempt, right(OTHER, ANN)));
    answers.put("accepted, without the region that was sent", dropped(attempt));
    answers.put("accepted, and it is another member's", accepted(attempt, theirs()));
    answers.put("found, as it should be", new Reply.Found(right(OTHER, ANN)));
    answers.put(
        "found, with the member's number", new Reply.Found(user(OTHER, "101", "x@example.org")));
    answers.put("found, with no external id and the member's e-mail", new Reply.Found(nobodys()));
    answers.put(
        "found, with an external id nobody on the roster has and the member's e-mail",
        new Reply.Found(user(OTHER, "0b2f1d9e-0000-4000-8000-00000000002a", "ann@example.org")));
    answers.put("found, and it is another member's", new Reply.Found(theirs()));
    answers.put(
        "found, with neither the member's number nor their e-mail",
        new Reply.Found(user(OTHER, "", "x@example.org")));
    answers.put("found one or several of the member's", new Reply.Matches(List.of(nobodys())));
    answers.put("found only another member's", new Reply.Matches(List.of(theirs())));
    answers.put("found nothing", new Reply.Matches(List.of()));
    answers.put("conflict with an active contact", conflict(OTHER, false));
    answers.put("conflict with an archived contact", conflict(OTHER, true));
    answers.put(
        "conflict that names nobody", new Reply.Conflict(Optional.empty(), false, "conflict"));
    answers.put("missing (404)", new Reply.Missing("User Not Found"));
    answers.put(
        "merged, survivor told (410)",
        new Reply.Merged(Optional.of(contactId("survivor")), "merged"));
    answers.put("merged, survivor not told", new Reply.Merged(Optional.empty(), "merged"));
    answers.put("blocked", new Reply.Blocked(contactId(OTHER), "not_restorable"));
    answers.put("merged or marked for deletion", new Reply.Unrestorable("not restorable"));
    answers.put(
        "refused, naming the phone",
        new Reply.Refused(Optional.of(FieldName.PHONE), "parameter_invalid", "Phone is invalid"));
    answers.put(
        "refused otherwise", new Reply.Refused(Optional.empty(), "parameter_invalid", "malformed"));
    answers.put("no such call (404, 405)", new Reply.Unsupported("not found"));
    answers.put("denied (401, 403)", new Reply.Denied("Access Token Invalid"));
    answers.put("out of order after all retries (5xx)", new Reply.Unavailable("502"));
    answers.put(
        "no complete answer after all retries (timeout, reset)", new Reply.AnswerLost("timeout"));
    answers.put(
        "rate limited after all waiting (429)", new Reply.RateLimited(Duration.ZERO, "429"));
    return answers;
  }

  private static Reply dropped(Attempt attempt) {
    return attempt.request() instanceof Request.Create
            || attempt.request() instanceof Request.Update
        ? new Reply.Accepted(with(right(OTHER, ANN), REGION, new Value.Text("XX")))
        : new Reply.Attributes(List.of());
  }

  /// Answers to archiving and the like tell nothing of whose contact it is.
  private static Reply accepted(Attempt attempt, Contact contact) {
    return attempt.request() instanceof Request.Unarchive
            || attempt.request() instanceof Request.Create
            || attempt.request() instanceof Request.Update
            || contact.externalId().equals(Optional.of("101"))
        ? new Reply.Accepted(contact)
        : new Reply.Attributes(List.of());
  }

  private static Reply conflict(String id, boolean archived) {
    return new Reply.Conflict(Optional.of(contactId(id)), archived, "already exists");
  }

  private static Contact theirs() {
    return user(OTHER, "900", "ann@example.org");
  }

  private static Contact nobodys() {
    return user(OTHER, "", "ann@example.org");
  }

  private static Request.OfContact inspect() {
    return new Request.Inspect(contactId(OTHER));
  }

  private static Attempt asking(Attempt attempt, Request.OfContact request) {
    return attempt.asking(request);
  }
}
