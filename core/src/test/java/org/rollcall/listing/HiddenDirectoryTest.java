package org.rollcall.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.support.People.hidden;
import static org.rollcall.support.People.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.MemberId;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.support.ScriptedGateway;

class HiddenDirectoryTest {
  private static final Reply STALE =
      new Reply.Refused(Optional.empty(), "client_error", "Invalid starting_after param");
  private static final HiddenContact ANN = hidden("a", "101", "archived");
  private static final HiddenContact BOB = hidden("b", "102", "blocked");
  private static final Set<MemberId> MEMBERS = Set.of(member("101"), member("102"));

  private final List<String> told = new ArrayList<>();

  private static Reply page(String next, HiddenContact... contacts) {
    return new Reply.HiddenPage(
        List.of(contacts), Optional.of(next).filter(text -> !text.isEmpty()), -1, 0);
  }

  private List<HiddenContact> read(Gateway gateway, Listing.Hidden how, Set<MemberId> members)
      throws InterruptedException {
    return new GatewayDirectory(gateway, Listing.CHAIN.with(how)).hidden(members, this::hear);
  }

  private void hear(RunEvent event) {
    told.add(((RunEvent.Warned) event).sentence());
  }

  private List<HiddenContact> auto(Reply... replies) throws InterruptedException {
    return read(ScriptedGateway.answering(replies), Listing.Hidden.AUTO, MEMBERS);
  }

  @Test
  void members_contacts_are_found_once_on_all_pages() throws InterruptedException {
    var gateway =
        ScriptedGateway.answering(
            page("p2", ANN, hidden("x", "999", "archived"), hidden("y", "", "archived")),
            page("", ANN, BOB));

    assertThat(read(gateway, Listing.Hidden.AUTO, MEMBERS)).containsExactly(ANN, BOB);
    assertThat(gateway.asked())
        .containsExactly(
            new Request.ListHidden(Optional.empty(), 150),
            new Request.ListHidden(Optional.of("p2"), 150));
  }

  @Test
  void nobody_is_asked_for_where_every_member_has_a_contact_unless_the_settings_demand_it()
      throws InterruptedException {
    var gateway = ScriptedGateway.answering(page(""));

    assertThat(read(gateway, Listing.Hidden.AUTO, Set.of())).isEmpty();
    assertThat(read(gateway, Listing.Hidden.DISCOVER, MEMBERS)).isEmpty();
    assertThat(gateway.asked()).isEmpty();
    read(gateway, Listing.Hidden.LIST, Set.of());
    assertThat(gateway.asked()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("missing")
  void a_version_without_the_list_is_as_if_nobody_were_archived_unless_it_is_demanded(Reply missing)
      throws InterruptedException {
    assertThat(auto(missing)).isEmpty();
    assertThat(told).isEmpty();
    assertThatThrownBy(() -> read(ScriptedGateway.answering(missing), Listing.Hidden.LIST, MEMBERS))
        .isInstanceOf(RunStopped.class)
        .hasMessageStartingWith(
            "Intercom has no list of archived contacts in this version of its API (Not Found)")
        .hasMessageContaining("intercom.archived");
  }

  static Stream<Reply> missing() {
    return Stream.of(new Reply.Missing("Not Found"), new Reply.Unsupported("Not Found"));
  }

  @Test
  void a_list_that_cannot_be_read_is_told_and_stops_nothing_unless_it_is_demanded()
      throws InterruptedException {
    var denied = new Reply.Denied("Scope missing");

    assertThat(auto(denied)).isEmpty();
    assertThat(told)
        .containsExactly(
            "Intercom's archived contacts could not be read, so they are met when their members are written: Scope missing. If this stays so, set intercom.archived to discover.");
    assertThatThrownBy(() -> read(ScriptedGateway.answering(denied), Listing.Hidden.LIST, MEMBERS))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("the archived contacts");
  }

  @Test
  void a_cursor_that_grew_too_old_begins_the_list_anew() throws InterruptedException {
    assertThat(auto(page("p2", ANN), STALE, page("p2", ANN), page("", BOB)))
        .containsExactly(ANN, BOB);
    assertThat(told).isEmpty();
  }

  @Test
  void a_chain_that_never_ends_is_given_up() throws InterruptedException {
    var calls = new AtomicInteger();
    Gateway endless = _ -> Answer.of(page("p" + calls.incrementAndGet(), ANN));

    assertThat(read(endless, Listing.Hidden.AUTO, MEMBERS)).isEmpty();
    assertThat(calls).hasValueLessThan(20);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("goes on after a page without a contact that is new");
    assertThatThrownBy(() -> read(endless, Listing.Hidden.LIST, MEMBERS))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("set intercom.archived to auto");
  }

  @Test
  void a_page_that_is_too_large_is_asked_for_with_fewer_contacts() throws InterruptedException {
    var gateway = ScriptedGateway.answering(new Reply.Unavailable("504"), page("", ANN));

    assertThat(read(gateway, Listing.Hidden.AUTO, MEMBERS)).containsExactly(ANN);
    assertThat(gateway.asked().getLast()).isEqualTo(new Request.ListHidden(Optional.empty(), 50));
  }
}
