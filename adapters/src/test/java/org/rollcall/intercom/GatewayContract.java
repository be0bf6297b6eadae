package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.put;
import static org.rollcall.support.People.wanted;
import static org.rollcall.support.People.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.HiddenStatus;
import org.rollcall.model.Rate;
import org.rollcall.model.Role;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.model.Workspace;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.OpenQuestion;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredAttribute;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// The contract of the gateway, tested against a stand-in for Intercom over every wire.
abstract class GatewayContract {
  /// The start of a rate window of the sandbox, in real time, because an HTTP server dates its own
  /// answers.
  private final Instant start =
      Instant.ofEpochSecond(Math.ceilDiv(Instant.now().getEpochSecond(), 10) * 10L);

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String TOKEN = "sandbox";
  private static final Wanted ANN = wanted("1001", "ann@example.org");
  private static final ContactId NOBODY = contactId("65a0b1c2ffffffffffffffff");

  /// Every kind of call that Rollcall makes in the default version.
  private static final Set<CallKind> KINDS =
      EnumSet.complementOf(
          EnumSet.of(
              CallKind.HIDDEN,
              CallKind.ACTIVITIES,
              CallKind.BLOCK,
              CallKind.DELETE,
              CallKind.BULK,
              CallKind.JOB,
              CallKind.WRITE_ATTRIBUTE,
              CallKind.OTHER));

  private final AtomicReference<Instant> now = new AtomicReference<>(start);
  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox(TOKEN), List.of("region", "facility"));

  /// A wire to `sandbox`; the implementation closes it.
  ///
  /// @param patience how long to wait for an answer, if the wire supports it
  abstract Wire wire(SandboxIntercom sandbox, String token, Duration patience);

  @Test
  void a_contact_is_created_as_it_was_sent() throws InterruptedException {
    var contact = accepted(open().send(create(ANN)));
    assertThat(contact.createdAt()).isEqualTo(start.getEpochSecond());
    assertThat(contact.profile().values()).isEqualTo(values(ANN));
  }

  @Test
  void a_create_that_meets_an_active_contact_names_it() throws InterruptedException {
    var id = stored(ANN, new ContactState.Active());
    assertConflict(open().send(create(ANN)).reply(), Optional.of(id), false);
  }

  @Test
  void a_create_that_meets_an_archived_contact_names_it_and_says_so() throws InterruptedException {
    var id = stored(ANN, new ContactState.Archived());
    assertConflict(open().send(create(ANN)).reply(), Optional.of(id), true);
  }

  @Test
  void a_conflict_may_name_nobody() throws InterruptedException {
    stored(ANN, new ContactState.Active());
    assertConflict(
        open(OpenQuestion.ConflictText.WITHOUT_ID).send(create(ANN)).reply(),
        Optional.empty(),
        false);
  }

  @Test
  void a_create_with_a_known_email_conflicts_or_makes_a_second_user() throws InterruptedException {
    var id = stored(ANN, new ContactState.Active());
    var other = create(wanted("1002", "ANN@example.org"));
    assertConflict(open().send(other).reply(), Optional.of(id), false);
    assertThat(accepted(open(OpenQuestion.KnownEmail.SECOND_USER).send(other)).id())
        .isNotEqualTo(id);
  }

  @Test
  void a_create_of_somebody_blocked_conflicts_or_cannot_be_done() throws InterruptedException {
    var id = stored(ANN, new ContactState.Blocked());
    assertConflict(open().send(create(ANN)).reply(), Optional.of(id), true);
    assertThat(open(OpenQuestion.RecreateBlocked.NOT_RESTORABLE).send(create(ANN)).reply())
        .isInstanceOf(Reply.Unrestorable.class);
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.UnknownAttribute.class)
  void an_unknown_attribute_is_refused_by_its_name(OpenQuestion choice)
      throws InterruptedException {
    var rank = FieldName.attribute("rank");
    var request = create(with(ANN, rank, put("captain")));
    assertRefused(open(choice).send(request).reply(), rank);
  }

  @ParameterizedTest
  @EnumSource(
      value = OpenQuestion.BadPhone.class,
      names = {"REFUSED_400", "REFUSED_422"})
  void a_phone_that_is_none_is_refused_by_its_name(OpenQuestion choice)
      throws InterruptedException {
    var request = create(with(ANN, FieldName.PHONE, put("call me")));
    assertRefused(open(choice).send(request).reply(), FieldName.PHONE);
  }

  @Test
  void an_update_changes_what_was_sent_and_leaves_the_rest() throws InterruptedException {
    var id = stored(ANN, new ContactState.Active());
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.NAME, put("Ann Example"));
    fields.put(FieldName.PHONE, new Wish.Clear());
    fields.put(REGION, new Wish.Clear());
    fields.put(FieldName.EMAIL, new Wish.Leave());
    var contact = accepted(open().send(new Request.Update(id, fields)));
    assertThat(contact.profile().shown(FieldName.NAME)).isEqualTo("Ann Example");
    assertThat(contact.profile().get(FieldName.PHONE)).isEmpty();
    assertThat(contact.profile().get(REGION)).isEmpty();
    assertThat(contact.profile().shown(FieldName.EMAIL)).isEqualTo("ann@example.org");
  }

  @Test
  void a_lead_becomes_a_user() throws InterruptedException {
    var lead = stored(ANN, new ContactState.Active(), Role.LEAD);
    var contact = accepted(open().send(new Request.Update(lead, ANN.fields())));
    assertThat(contact.role()).isEqualTo(Role.USER);
    assertThat(contact.externalId()).contains("1001");
  }

  @Test
  void an_update_of_what_cannot_be_seen_is_missing() throws InterruptedException {
    var archived = stored(ANN, new ContactState.Archived());
    assertThat(open().send(new Request.Update(archived, ANN.fields())).reply())
        .isInstanceOf(Reply.Missing.class);
    assertThat(open().send(new Request.Update(NOBODY, ANN.fields())).reply())
        .isInstanceOf(Reply.Missing.class);
  }

  @Test
  void an_update_can_conflict_too() throws InterruptedException {
    var ann = stored(ANN, new ContactState.Active());
    var bob = stored(wanted("1002", "bob@example.org"), new ContactState.Active());
    assertConflict(
        open().send(new Request.Update(bob, ANN.fields())).reply(), Optional.of(ann), false);
  }

  @Test
  void archive_hides_and_unarchive_brings_back() throws InterruptedException {
    var id = stored(ANN, new ContactState.Active());
    var session = open();
    assertThat(accepted(session.send(new Request.Archive(id))).externalId()).contains("1001");
    assertThat(session.send(new Request.Inspect(id)).reply()).isInstanceOf(Reply.Missing.class);
    assertThat(session.send(new Request.Archive(id)).reply()).isInstanceOf(Reply.Missing.class);
    assertThat(accepted(session.send(new Request.Unarchive(id))).externalId()).contains("1001");
    assertThat(session.send(new Request.Inspect(id)).reply()).isInstanceOf(Reply.Found.class);
  }

  @Test
  void whoever_was_never_there_cannot_be_brought_back() throws InterruptedException {
    assertThat(open().send(new Request.Unarchive(NOBODY)).reply())
        .isInstanceOf(Reply.Missing.class);
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.RestoreBlocked.class)
  void a_blocked_contact_is_told_from_one_that_is_gone(OpenQuestion choice)
      throws InterruptedException {
    var id = stored(ANN, new ContactState.Blocked());
    assertThat(open(choice).send(new Request.Unarchive(id)).reply())
        .isInstanceOfSatisfying(
            Reply.Blocked.class, blocked -> assertThat(blocked.id()).isEqualTo(id));
  }

  @Test
  void a_block_is_lifted_where_there_is_a_call_for_it() throws InterruptedException {
    var id = stored(ANN, new ContactState.Blocked());
    var session = open();
    assertThat(accepted(session.send(new Request.Unblock(id))).id()).isEqualTo(id);
    assertThat(accepted(session.send(new Request.Unarchive(id))).id()).isEqualTo(id);
  }

  @Test
  void a_block_stays_where_there_is_no_call_for_it() throws InterruptedException {
    var id = stored(ANN, new ContactState.Blocked());
    assertThat(open(OpenQuestion.UnblockCall.MISSING).send(new Request.Unblock(id)).reply())
        .isInstanceOf(Reply.Unsupported.class);
  }

  @Test
  void a_doomed_contact_is_unrestorable_or_its_restoring_fails() throws InterruptedException {
    var id = stored(ANN, new ContactState.Doomed());
    assertThat(open().send(new Request.Unarchive(id)).reply())
        .isInstanceOf(Reply.Unrestorable.class);
    assertThat(
            open(OpenQuestion.RestoreDoomed.SERVER_ERROR).send(new Request.Unarchive(id)).reply())
        .isInstanceOf(Reply.Unavailable.class);
  }

  @Test
  void a_merged_contact_leads_to_the_one_that_survived() throws InterruptedException {
    var survivor = stored(wanted("1002", "bob@example.org"), new ContactState.Active());
    var id = stored(ANN, new ContactState.Merged(survivor.value()));
    var session = open();
    for (var request : List.of(new Request.Inspect(id), new Request.FindByExternalId("1001"))) {
      assertThat(session.send(request).reply())
          .isInstanceOfSatisfying(
              Reply.Merged.class, merged -> assertThat(merged.survivor()).contains(survivor));
    }
    assertThat(session.send(new Request.Unarchive(id)).reply())
        .isInstanceOf(Reply.Unrestorable.class);
  }

  @Test
  void a_merged_contact_may_just_be_missing() throws InterruptedException {
    var survivor = stored(wanted("1002", "bob@example.org"), new ContactState.Active());
    var id = stored(ANN, new ContactState.Merged(survivor.value()));
    assertThat(open(OpenQuestion.MergedLookup.MISSING).send(new Request.Inspect(id)).reply())
        .isInstanceOf(Reply.Missing.class);
  }

  @Test
  void a_lead_is_merged_into_a_user_and_no_user_into_another() throws InterruptedException {
    var user = stored(ANN, new ContactState.Active());
    var other = stored(wanted("1002", "bob@example.org"), new ContactState.Active());
    var lead = stored(ANN, new ContactState.Active(), Role.LEAD);
    var session = open();
    assertThat(session.send(new Request.Merge(other, user)).reply())
        .isInstanceOf(Reply.Refused.class);
    assertThat(accepted(session.send(new Request.Merge(lead, user))).id()).isEqualTo(user);
    assertThat(world.contact(lead.value()).orElseThrow().state())
        .isEqualTo(new ContactState.Merged(user.value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "a/b", "a b+c", "ä@%?#", "00:11"})
  void a_contact_is_found_by_its_external_id_whatever_that_holds(String externalId)
      throws InterruptedException {
    var id = stored(wanted(externalId, "ann@example.org"), new ContactState.Active());
    assertThat(open().send(new Request.FindByExternalId(externalId)).reply())
        .isInstanceOfSatisfying(
            Reply.Found.class, found -> assertThat(found.contact().id()).isEqualTo(id));
  }

  @Test
  void an_external_id_that_nobody_has_finds_nobody() throws InterruptedException {
    stored(ANN, new ContactState.Archived());
    assertThat(open().send(new Request.FindByExternalId("1001")).reply())
        .isEqualTo(new Reply.Matches(List.of()));
  }

  @Test
  void users_and_leads_are_found_by_their_email_in_any_case() throws InterruptedException {
    var user = stored(ANN, new ContactState.Active());
    var lead = stored(ANN, new ContactState.Active(), Role.LEAD);
    stored(wanted("1002", "bob@example.org"), new ContactState.Active());
    assertThat(open().send(new Request.FindByEmail("Ann@Example.ORG")).reply())
        .isInstanceOfSatisfying(
            Reply.Matches.class,
            matches ->
                assertThat(matches.contacts())
                    .extracting(Contact::id)
                    .containsExactlyInAnyOrder(user, lead));
  }

  @Test
  void a_search_goes_on_past_its_first_page() throws InterruptedException {
    for (int each = 0; each < 160; each++) {
      stored(ANN, new ContactState.Active(), Role.LEAD);
    }
    assertThat(open().send(new Request.FindByEmail("ann@example.org")).reply())
        .isInstanceOfSatisfying(
            Reply.Matches.class, matches -> assertThat(matches.contacts()).hasSize(160));
  }

  @Test
  void a_search_may_not_yet_know_of_what_was_just_made() throws InterruptedException {
    var session = open();
    session.send(create(ANN));
    assertThat(session.send(new Request.FindByEmail("ann@example.org")).reply())
        .isEqualTo(new Reply.Matches(List.of()));
    pass(Duration.ofMinutes(3));
    assertThat(session.send(new Request.FindByEmail("ann@example.org")).reply())
        .isInstanceOfSatisfying(
            Reply.Matches.class, matches -> assertThat(matches.contacts()).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource(OpenQuestion.NextPage.class)
  void all_contacts_are_listed_by_pages_of_150_but_for_those_that_cannot_be_seen(
      OpenQuestion.NextPage form) throws InterruptedException {
    for (int number = 0; number < 310; number++) {
      stored(wanted("m" + number, "m" + number + "@example.org"), new ContactState.Active());
    }
    stored(ANN, new ContactState.Archived());
    var session = open(form);
    var pages = new ArrayList<Reply.Page>();
    Optional<String> cursor = Optional.empty();
    do {
      pages.add((Reply.Page) session.send(new Request.ListContacts(cursor)).reply());
      cursor = pages.getLast().next();
    } while (cursor.isPresent());
    assertThat(pages).extracting(page -> page.contacts().size()).containsExactly(150, 150, 10);
    assertThat(pages).extracting(Reply.Page::total).containsOnly(310L);
    assertThat(pages.stream().flatMap(page -> page.contacts().stream()).map(Contact::id).distinct())
        .hasSize(310);
  }

  @Test
  void an_empty_workspace_has_an_empty_page() throws InterruptedException {
    assertThat(open().send(new Request.ListContacts(Optional.empty())).reply())
        .isEqualTo(new Reply.Page(List.of(), Optional.empty(), 0));
  }

  @Test
  void a_cursor_that_is_none_is_refused() throws InterruptedException {
    assertThat(open().send(new Request.ListContacts(Optional.of("no cursor"))).reply())
        .isInstanceOfSatisfying(
            Reply.Refused.class, refused -> assertThat(refused.text()).contains("starting_after"));
  }

  @Test
  void attributes_are_listed_with_all_that_matters_for_writing_them() throws InterruptedException {
    world.define(
        new StoredAttribute(7, "tier", "string", List.of("gold", "tin"), true, false, "", 0));
    assertThat(open().send(new Request.ListAttributes()).reply())
        .isEqualTo(
            new Reply.Attributes(
                List.of(
                    new DataAttribute("region", "string", false, true, List.of()),
                    new DataAttribute("facility", "string", false, true, List.of()),
                    new DataAttribute("tier", "string", true, false, List.of("gold", "tin")))));
  }

  @Test
  void the_token_tells_its_workspace() throws InterruptedException {
    assertThat(open().send(new Request.Identify()).reply())
        .isEqualTo(new Reply.Identity(new Workspace("sandbox", "Sandbox", "US")));
  }

  @Test
  void another_token_is_denied_and_learns_nothing_of_the_limit() throws InterruptedException {
    var stranger = gateway(sandbox(), "stranger", LONG);
    for (var kind : KINDS) {
      var answer = stranger.send(requestOf(kind));
      assertThat(answer.reply()).isInstanceOf(Reply.Denied.class);
      assertThat(answer.quota()).isEmpty();
      assertThat(answer.toString()).doesNotContain("stranger");
    }
  }

  @Test
  void answers_tell_what_is_left_of_the_limit_and_how_the_request_is_called()
      throws InterruptedException {
    var session = open();
    session.send(new Request.Identify());
    var answer = session.send(new Request.Inspect(NOBODY));
    assertThat(answer.requestId()).isEqualTo("sandbox-00000002");
    assertThat(answer.quota())
        .hasValueSatisfying(quota -> {
          assertThat(quota.limit()).isEqualTo(1000);
          assertThat(quota.remaining()).isEqualTo(998);
          assertThat(quota.reset()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(11));
        });
  }

  @Test
  void a_call_too_many_is_told_when_to_come_again() throws InterruptedException {
    var few =
        new SandboxIntercom(world, Behaviour.DEFAULT, Rate.of("1/10s"), Faults.none(), now::get);
    var gateway = gateway(few, TOKEN, LONG);
    gateway.send(new Request.Identify());
    assertThat(gateway.send(new Request.Identify()).reply())
        .isInstanceOfSatisfying(
            Reply.RateLimited.class,
            limited ->
                assertThat(limited.pause())
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(11)));
    pass(Duration.ofSeconds(10));
    assertThat(gateway.send(new Request.Identify()).reply()).isInstanceOf(Reply.Identity.class);
  }

  static Stream<Arguments> faults() {
    return Stream.of(Fault.values())
        .flatMap(fault -> KINDS.stream().map(kind -> Arguments.of(fault, kind)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_goes_wrong_has_its_answer_and_nothing_is_thrown(Fault fault, CallKind kind)
      throws InterruptedException {
    var sandbox = sandbox();
    var request = requestOf(kind);
    sandbox.faults(Faults.of(Faults.Rule.always(kind, fault)));
    var hangs = fault == Fault.HANG || fault == Fault.HANG_AFTER;
    assertThat(gateway(sandbox, TOKEN, hangs ? SHORT : LONG).send(request).reply())
        .isInstanceOf(meaning(fault));
  }

  @Test
  void pages_that_are_too_large_or_have_empty_entries_are_told_apart() throws InterruptedException {
    stored(ANN, new ContactState.Active());
    var sandbox = sandbox();
    var gateway = gateway(sandbox, TOKEN, LONG);
    var large = new Request.ListContacts(Optional.empty());
    sandbox.faults(always(Fault.LARGE_PAGE));
    assertThat(gateway.send(large).reply()).isInstanceOf(Reply.Unavailable.class);
    assertThat(gateway.send(new Request.ListContacts(Optional.empty(), 50)).reply())
        .isInstanceOf(Reply.Page.class);
    sandbox.faults(always(Fault.EMPTY_ENTRY));
    var empty = (Reply.Page) gateway.send(large).reply();
    sandbox.faults(always(Fault.LOST_ENTRY));
    var lost = (Reply.Page) gateway.send(large).reply();
    assertThat(List.of(empty.gaps(), lost.gaps())).containsExactly(1, 1);
    assertThat(List.of(empty.contacts().size(), lost.contacts().size())).containsExactly(1, 0);
    assertThat(List.of(empty.total(), lost.total())).containsExactly(1L, 1L);
  }

  @Test
  void contacts_that_are_not_active_are_listed_with_the_reason() throws InterruptedException {
    var archived = stored(ANN, new ContactState.Archived());
    var blocked = stored(wanted("1002", "bob@example.org"), new ContactState.Blocked());
    stored(wanted("1003", "cy@example.org"), new ContactState.Active());
    var session = open(OpenQuestion.HiddenList.EVERYWHERE);
    var first = hidden(session, Optional.empty(), 1);
    var second = hidden(session, first.next(), 1);
    assertThat(List.of(first.total(), second.total())).containsExactly(2L, 2L);
    assertThat(second.next()).isEmpty();
    assertThat(Stream.of(first, second).flatMap(page -> page.contacts().stream()))
        .containsExactlyInAnyOrder(
            hidden(archived, "1001", "ann@example.org", new HiddenStatus.Archived()),
            hidden(blocked, "1002", "bob@example.org", new HiddenStatus.Blocked()));
  }

  @Test
  void a_status_that_is_not_known_is_kept_as_a_word() throws InterruptedException {
    stored(ANN, new ContactState.Archived());
    var other = open(OpenQuestion.HiddenList.EVERYWHERE, OpenQuestion.HiddenStatus.UNKNOWN_WORD);
    var untold = open(OpenQuestion.HiddenList.EVERYWHERE, OpenQuestion.HiddenStatus.UNTOLD);
    assertThat(hidden(other, Optional.empty(), 150).contacts().getFirst().status())
        .isEqualTo(new HiddenStatus.Other("suspended"));
    assertThat(hidden(untold, Optional.empty(), 150).contacts().getFirst().status())
        .isEqualTo(new HiddenStatus.Other(""));
  }

  @ParameterizedTest
  @EnumSource(
      value = OpenQuestion.HiddenList.class,
      names = {"PREVIEW", "MISSING", "NOT_ALLOWED"})
  void a_version_without_that_list_is_told_from_one_that_is_out_of_order(OpenQuestion choice)
      throws InterruptedException {
    assertThat(open(choice).send(new Request.ListHidden(Optional.empty(), 150)).reply())
        .isInstanceOf(Reply.Unsupported.class);
  }

  @Test
  void empty_entries_of_that_list_are_counted_and_passed_over() throws InterruptedException {
    stored(ANN, new ContactState.Archived());
    var sandbox = sandbox(OpenQuestion.HiddenList.EVERYWHERE);
    sandbox.faults(Faults.of(Faults.Rule.always(CallKind.HIDDEN, Fault.EMPTY_ENTRY)));
    var page = hidden(gateway(sandbox, TOKEN, LONG), Optional.empty(), 150);
    assertThat(List.of(page.gaps(), page.contacts().size())).containsExactly(1, 1);
  }

  private static Reply.HiddenPage hidden(Gateway gateway, Optional<String> cursor, int size)
      throws InterruptedException {
    return (Reply.HiddenPage) gateway.send(new Request.ListHidden(cursor, size)).reply();
  }

  private static HiddenContact hidden(
      ContactId id, String number, String email, HiddenStatus status) {
    return new HiddenContact(id, Optional.of(number), Optional.of(email), status);
  }

  private static Faults always(Fault fault) {
    return Faults.of(Faults.Rule.always(CallKind.LIST, fault));
  }

  private static Class<? extends Reply> meaning(Fault fault) {
    return switch (fault) {
      case RATE_LIMITED -> Reply.RateLimited.class;
      case SERVER_ERROR, BAD_GATEWAY, UNAVAILABLE, FIREWALL -> Reply.Unavailable.class;
      case RESET_BEFORE, RESET_AFTER, HANG, HANG_AFTER, TRUNCATED, OTHER_SHAPE ->
          Reply.AnswerLost.class;
      case UNAUTHORIZED, FORBIDDEN -> Reply.Denied.class;
      // What it means depends on the call.
      case LARGE_PAGE, EMPTY_ENTRY, LOST_ENTRY -> Reply.class;
    };
  }

  /// A request that would succeed.
  private Request requestOf(CallKind kind) {
    return switch (kind) {
      case LIST -> new Request.ListContacts(Optional.empty());
      case SEARCH -> new Request.FindByEmail("ann@example.org");
      case INSPECT -> new Request.Inspect(stored(ANN, new ContactState.Active()));
      case FIND -> {
        stored(ANN, new ContactState.Active());
        yield new Request.FindByExternalId(ANN.member().value());
      }
      case CREATE -> create(ANN);
      case UPDATE -> new Request.Update(stored(ANN, new ContactState.Active()), ANN.fields());
      case ARCHIVE -> new Request.Archive(stored(ANN, new ContactState.Active()));
      case UNARCHIVE -> new Request.Unarchive(stored(ANN, new ContactState.Archived()));
      case UNBLOCK -> new Request.Unblock(stored(ANN, new ContactState.Blocked()));
      case MERGE ->
          new Request.Merge(
              stored(ANN, new ContactState.Active(), Role.LEAD),
              stored(ANN, new ContactState.Active()));
      case ATTRIBUTES -> new Request.ListAttributes();
      case ME -> new Request.Identify();
      case HIDDEN, ACTIVITIES, BLOCK, DELETE, BULK, JOB, WRITE_ATTRIBUTE, OTHER ->
          throw new IllegalArgumentException("Rollcall makes no such call: " + kind);
    };
  }

  private static Request create(Wanted wanted) {
    return new Request.Create(wanted.fields());
  }

  private Gateway open(OpenQuestion... choices) {
    return gateway(sandbox(choices), TOKEN, LONG);
  }

  private Gateway gateway(SandboxIntercom sandbox, String token, Duration patience) {
    return new HttpContacts(wire(sandbox, token, patience), Set.of(REGION), now::get);
  }

  private SandboxIntercom sandbox(OpenQuestion... choices) {
    return new SandboxIntercom(
        world, Behaviour.DEFAULT.with(choices), Rate.of("1000/10s"), Faults.none(), now::get);
  }

  private void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private ContactId stored(Wanted wanted, ContactState state) {
    return stored(wanted, state, Role.USER);
  }

  private ContactId stored(Wanted wanted, ContactState state, Role role) {
    var id = world.newId();
    var fields =
        new TreeMap<String, Object>(
            Map.of("email", wanted.shown(FieldName.EMAIL), "name", wanted.shown(FieldName.NAME)));
    if (role == Role.USER) {
      fields.put("external_id", wanted.member().value());
      fields.put("phone", wanted.shown(FieldName.PHONE));
    }
    var contact =
        StoredContact.user(
            id, fields, Map.of("region", wanted.shown(REGION)), start.getEpochSecond() - 86_400);
    world.put(contact.with(role).with(state));
    return contactId(id);
  }

  private static Contact accepted(Answer answer) {
    assertThat(answer.reply()).isInstanceOf(Reply.Accepted.class);
    return ((Reply.Accepted) answer.reply()).contact();
  }

  private static Map<FieldName, Value> values(Wanted wanted) {
    var values = new TreeMap<FieldName, Value>();
    wanted
        .fields()
        .forEach((field, wish) -> {
          if (wish instanceof Wish.Put(var value)) {
            values.put(field, value);
          }
        });
    return values;
  }

  private static void assertConflict(Reply reply, Optional<ContactId> id, boolean archived) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Conflict.class,
            conflict -> {
              assertThat(conflict.id()).isEqualTo(id);
              assertThat(conflict.archived()).isEqualTo(archived);
            });
  }

  private static void assertRefused(Reply reply, FieldName field) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.field()).contains(field);
              assertThat(refused.code()).isNotEmpty();
            });
  }
}
