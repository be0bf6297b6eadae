package org.rollcall.plan;

import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wording;

/// A notice as a sentence.
public record NoticeText(Privacy privacy) {
  /// The most things that a sentence names.
  private static final int NAMED = 10;

  /// What the notice says, people shown as the privacy allows.
  public String of(Notice notice) {
    return switch (notice) {
      case Notice.SharedEmail(var email, var members) ->
          "%s share the e-mail %s: %s. Each is planned by their own member number."
              .formatted(
                  Wording.count(members.size(), "member"),
                  privacy.email(email),
                  named(members, Object::toString));
      case Notice.Mapping(var member, var text) ->
          "Member %s: %s".formatted(member, privacy.sentence(text, ""));
      case Notice.UnknownExternalId(var member, var contact, var adopted) ->
          "Contact %s of member %s carries the external id %s, which nobody in the roster has: %s."
              .formatted(contact.id(), member, contact.externalId().orElse(""), fate(adopted));
      case Notice.DuplicatesLeft(var member, var kept, var older) ->
          "Member %s has %s besides %s, left as they are: %s."
              .formatted(
                  member,
                  Wording.count(older.size(), "older contact"),
                  described(kept),
                  named(older, this::described));
      case Notice.SharedLeft(var email, var contacts, var some) ->
          "No member has %s with the shared e-mail %s, left as they are: %s%s."
              .formatted(
                  Wording.count(contacts, "contact"),
                  privacy.email(email),
                  some.stream().map(this::described).collect(Collectors.joining(", ")),
                  more(contacts - some.size()));
      case Notice.UnknownCodes(var vocabulary, var codes) -> unknown(vocabulary, codes);
      case Notice.UnfitValues unfit -> unfit(unfit);
      case Notice.Misdeclared(var column, var type, var holds, var members) ->
          "The column %s holds %s and is declared as %s, so what is made of it is left alone for %s. Give its text in a view, or leave the column out."
              .formatted(column, holds, type, Wording.count(members, "member"));
      case Notice.SentAgain(var members) ->
          "Intercom did not keep what the last run wrote for %s; it is sent once more."
              .formatted(Wording.count(members, "member"));
      case Notice.HeldBack(var field, var members) ->
          "Intercom does not keep %s of %s as it is sent, so it is not sent again until either side changes or a week has passed."
              .formatted(field, Wording.count(members, "member"));
      case Notice.Fighting fighting -> fighting(fighting);
      case Notice.MoreFights(var field, var members, var held) ->
          "%s of %s is written again and again too, with other values, and comes back each time. %s"
              .formatted(field, Wording.count(members, "more member"), ending(held));
      case Notice.KnownEnding(var members, var some) ->
          "%s (%s%s) cannot be put right without a person and %s not tried again until either side changes or a week has passed. The report says why; sync --resend tries all."
              .formatted(
                  Wording.count(members, "member"),
                  some.stream().map(MemberId::value).collect(Collectors.joining(", ")),
                  more(members - some.size()),
                  members == 1 ? "is" : "are");
      case Notice.Orphaned(var contacts, var treatment) -> orphaned(contacts, treatment);
      case Notice.StaleSource(var text) -> text;
    };
  }

  private static String orphaned(List<Contact> contacts, Leavers treatment) {
    boolean one = contacts.size() == 1;
    return "%s an external id that looks like a member number and that no row of the members' table has: %s. %s%s, see leavers.orphans; `rollcall orphans` lists them."
        .formatted(
            Wording.count(contacts.size(), "contact") + (one ? " has" : " have"),
            named(contacts, contact -> contact.externalId().orElse("")),
            one ? "It is " : "They are ",
            switch (treatment) {
              case Leavers.Ignore() -> "left as " + (one ? "it is" : "they are");
              case Leavers.Mark _ -> "marked";
              case Leavers.Archive() -> "archived";
            });
  }

  /// One line for a vocabulary, however many codes it has no name for. Of several it does not say
  /// how many members have them: that changes every day, and only another code is news.
  private static String unknown(String vocabulary, SortedMap<String, Integer> codes) {
    if (codes.size() == 1) {
      return "The vocabulary %s has no name for '%s'; it is written as it is in %s."
          .formatted(
              vocabulary,
              codes.firstKey(),
              Wording.count(codes.values().iterator().next(), "contact"));
    }
    return "The vocabulary %s has no name for %s, which are written as they are: %s. `rollcall doctor` counts them."
        .formatted(
            vocabulary,
            Wording.count(codes.size(), "code"),
            named(List.copyOf(codes.keySet()), code -> "'" + code + "'"));
  }

  private String fighting(Notice.Fighting fight) {
    var field = fight.difference().field();
    return "%s of %s (%s%s) was written as %s %d times since %s, and is %s again each time: somebody else writes it too, or Intercom shows an old value. %s"
        .formatted(
            field,
            Wording.count(fight.members(), "member"),
            fight.some().stream().map(MemberId::value).collect(Collectors.joining(", ")),
            more(fight.members() - fight.some().size()),
            quoted(privacy.field(field, fight.difference().after())),
            fight.times(),
            fight.since().atOffset(ZoneOffset.UTC).toLocalDate(),
            quoted(privacy.field(field, fight.difference().before())),
            ending(fight.held()));
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "empty" : "'" + value + "'";
  }

  private static String ending(boolean held) {
    return (held
            ? "It is left alone until either side changes or a week has passed."
            : "It is written again, since Intercom knows a person by it.")
        + " `rollcall history --fights` lists them.";
  }

  private static String unfit(Notice.UnfitValues unfit) {
    var values =
        unfit.some().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "))
            + more(unfit.values() - unfit.some().size());
    var contacts = Wording.count(unfit.members(), "contact");
    return unfit.listed()
        ? "The list of %s lacks %s, so they are left alone in %s. Add them in Intercom under Settings › Data › People, or change the mapping."
            .formatted(unfit.field(), values, contacts)
        : "%s holds whole numbers only, so these are left alone in %s: %s. Change the mapping."
            .formatted(unfit.field(), contacts, values);
  }

  /// What kind of notice it is, as data.
  public static String kind(Notice notice) {
    return switch (notice) {
      case Notice.SharedEmail _ -> "shared_email";
      case Notice.Mapping _ -> "mapping";
      case Notice.UnknownExternalId _ -> "unknown_external_id";
      case Notice.DuplicatesLeft _ -> "duplicates_left";
      case Notice.SharedLeft _ -> "shared_left";
      case Notice.UnknownCodes _ -> "unknown_code";
      case Notice.UnfitValues _ -> "unfit_values";
      case Notice.Misdeclared _ -> "misdeclared_column";
      case Notice.HeldBack _ -> "held_back";
      case Notice.SentAgain _ -> "sent_again";
      case Notice.Fighting _, Notice.MoreFights _ -> "fight";
      case Notice.KnownEnding _ -> "known_ending";
      case Notice.Orphaned _ -> "orphans";
      case Notice.StaleSource _ -> "stale_source";
    };
  }

  /// What it says of everybody whom it may be said of, without what differs between them. Notices
  /// that already speak of many say it as they do alone.
  String gist(Notice notice) {
    return switch (notice) {
      case Notice.SharedEmail _ ->
          "Members share an e-mail; each is planned by their own member number";
      case Notice.Mapping(_, var text) -> Gist.of(text);
      case Notice.UnknownExternalId(_, _, var adopted) ->
          "A contact of the member carries an external id that nobody in the roster has: "
              + fate(adopted);
      case Notice.DuplicatesLeft _ -> "Older contacts of the member are left as they are";
      case Notice.SharedLeft _ ->
          "Contacts with a shared e-mail belong to no member and are left as they are";
      case Notice.UnknownCodes(var vocabulary, _) ->
          "The vocabulary %s has no name for some codes, which are written as they are"
              .formatted(vocabulary);
      case Notice.Orphaned _ ->
          "Contacts have external ids that look like member numbers and that no row of the members' table has";
      case Notice.UnfitValues _,
          Notice.Misdeclared _,
          Notice.HeldBack _,
          Notice.SentAgain _,
          Notice.Fighting _,
          Notice.MoreFights _,
          Notice.KnownEnding _,
          Notice.StaleSource _ ->
          of(notice);
    };
  }

  /// The members whom it is about, as far as it names them.
  static List<MemberId> members(Notice notice) {
    return switch (notice) {
      case Notice.SharedEmail(_, var members) -> members;
      case Notice.Mapping(var member, _) -> List.of(member);
      case Notice.UnknownExternalId(var member, _, _) -> List.of(member);
      case Notice.DuplicatesLeft(var member, _, _) -> List.of(member);
      case Notice.Fighting fight -> fight.some();
      case Notice.KnownEnding(_, var some) -> some;
      case Notice.SharedLeft _,
          Notice.UnknownCodes _,
          Notice.UnfitValues _,
          Notice.Misdeclared _,
          Notice.HeldBack _,
          Notice.SentAgain _,
          Notice.MoreFights _,
          Notice.Orphaned _,
          Notice.StaleSource _ ->
          List.of();
    };
  }

  /// The first few of `things`, and how many more there are.
  private static <T> String named(List<T> things, Function<T, String> name) {
    return things.stream().limit(NAMED).map(name).collect(Collectors.joining(", "))
        + more(things.size() - NAMED);
  }

  private static String more(int hidden) {
    return hidden <= 0 ? "" : " and %,d more".formatted(hidden);
  }

  private static String fate(boolean adopted) {
    return adopted ? "it becomes the member's" : "it is left alone";
  }

  /// A name, or that there is none.
  public static String named(String name) {
    return name.isEmpty() ? "no name" : name;
  }

  private String described(Contact contact) {
    return "%s (%s, %s, created %s)"
        .formatted(
            contact.id(),
            named(privacy.name(contact.profile().shown(FieldName.NAME))),
            privacy.email(contact.profile().shown(FieldName.EMAIL)),
            Wording.created(contact.createdAt()));
  }
}
