package org.rollcall.apply;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rollcall.model.FieldName;

/// The words of `docs/recovery.md`.
final class Page {
  static final String BEFORE =
      """
      # The recovery table

      This page says what Rollcall does for each answer of Intercom. `RecoveryDocumentTest` compares it with the code, so it is always right; to write it again, run `script/test RecoveryDocumentTest -Drollcall.golden=write`.

      Transient answers (`429`, `5xx`, timeouts, connections that break, a firewall's page instead of JSON) are retried first, with growing pauses; the table says what happens when no retry helps. A step marked *(once)* happens at most once for each member. If it would happen again, the member ends as failed or as needing a person. So every way through the table ends.

      Other pairs of request and answer have no meaning: the member fails, the message names both, and the run goes on.

      ## The table
      """;

  static final String AFTER =
      """

      ## Once the member's contact is right
      Older contacts of the same member are put away: users are archived, and leads are merged into the kept contact if the settings say `leads: merge`. If one of them cannot be put away the member fails, because the next run finds it again. A contact that somebody else has archived or merged by then does not count. The kept contact is read before and after: if somebody has merged it into an older one, that one is the member's, and is not put away, or is brought back.

      ## Endings that need a person
      | the report says | what to do |
      |---|---|
      | `Contact … is blocked; unblock in Intercom` | Intercom offers no call for it. Open Settings › Spam › Blocked people, unblock the person; the next run brings the contact back. |
      | `An archived contact has the member's number or e-mail and Intercom will not bring it back` | The message after it tells why. *Merged*: find the surviving contact and give it the member's number as its user id. *Marked for deletion*: wait about a week until Intercom has deleted it; the next run then makes the contact. |
      | `The contact was merged into another, and Intercom does not say into which` | Search Intercom for the member's name or e-mail and give the contact that survived the member's number as its user id. |
      | `The contact was merged more than once` | The same. |
      | `Contact … stays archived in Intercom however often it is brought back` | Look at the contact in Intercom: a workflow there may archive it again. |
      | `Contact … stays blocked after it was unblocked` | Unblock it in Intercom: Settings › Spam › Blocked people. |
      | `Contact … has the member's e-mail, so Intercom will not give it to the member's own contact` | Two contacts claim one address and Rollcall cannot know whose it is. Archive or change one of them. |
      | `The member's contact was merged into member …'s contact …` | Somebody merged two people's contacts in Intercom. Decide whose the contact that survived is, and correct its user id. |
      | `Contact … belongs to member … and was not touched` | Two members share an address, or one has the other's. Correct the roster. |
      | `Contact … carries an external id that nobody on the roster has` | The settings say to leave such contacts (`identity.unknown_external_id`): another system may use the id. If none does, give the contact the member's number by hand, or name the form of such ids: `{ adopt: uuid }`. |
      """;

  private Page() {}

  static String words(Step step) {
    return switch (step) {
      case Step.Send(var attempt) -> words(attempt);
      case Step.Done(_, Result.NotDone notDone) ->
          "ends as **%s**: %s".formatted(name(notDone), notDone.reason());
      case Step.Done(_, var result) -> "ends as **%s**".formatted(name(result));
      case Step.Halt(_, _) -> "stops the run: no call can succeed for any member";
    };
  }

  private static String words(Attempt attempt) {
    if (attempt.isHandingBack()) {
      return "gives that contact back what was written over *(once)*, then ends as **identity clash**";
    }
    if (attempt.search().isPresent() && attempt.trail().without().isEmpty()) {
      return "writes one half of what may be left out, to find the field that is refused *(in four calls at most)*";
    }
    if (attempt.hasSpent(Remedy.WRITE_REST)) {
      return "writes what somebody else has changed meanwhile *(once)*";
    }
    var remedies =
        attempt.trail().spent().stream()
            .map(remedy -> " *(once)*")
            .distinct()
            .collect(Collectors.joining());
    return words(attempt.request()) + remedies;
  }

  private static String words(Request.OfContact request) {
    return switch (request) {
      case Request.Create create ->
          create.fields().keySet().stream().anyMatch(field -> field.value().equals("phone"))
              ? "creates the contact again"
              : "creates it without the phone, and warns";
      case Request.Update(var id, var fields) ->
          update(id.value(), fields.containsKey(FieldName.PHONE));
      case Request.Archive(var id) -> "archives %s again".formatted(what(id.value()));
      case Request.Unarchive(var id) -> "unarchives %s".formatted(what(id.value()));
      case Request.Block(var id) -> "blocks %s again".formatted(what(id.value()));
      case Request.Unblock(var id) -> "unblocks %s".formatted(what(id.value()));
      case Request.Merge _ -> "merges the lead into the user";
      case Request.Inspect(var id) -> "inspects %s".formatted(what(id.value()));
      case Request.FindByExternalId _ -> "looks the member up by external id";
      case Request.FindByEmail _ -> "looks the member up by e-mail";
    };
  }

  private static String update(String id, boolean withPhone) {
    var without = withPhone ? "" : " without the phone, and warns";
    return "updates %s%s".formatted(what(id), without);
  }

  private static String what(String id) {
    return switch (id) {
      case "own" -> "the member's own contact";
      case "survivor" -> "the contact that survived";
      default -> "that contact";
    };
  }

  private static String name(Result result) {
    return result
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
