package org.rollcall.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.MemberId;
import org.rollcall.plan.NoticeRecord;

/// One thing that the journal writes down.
sealed interface Entry {
  /// Written by a statement of its own.
  record Alone(Consumer<Handle> statement) implements Entry {}

  /// Writes nothing, and tells when all that came before it is written.
  record Marker(Runnable written) implements Entry {}

  /// What is known of a member in a run; written many at a time, so that a database far away is
  /// asked seldom.
  ///
  /// @param kind what was planned
  /// @param contact the contact that it ended on or, before that, was planned for
  /// @param intended when it was begun, in milliseconds since 1970; `null` where that is not told
  /// @param ending how it ended; empty while it has not
  /// @param deeds what was done or is about to be, as [DeedText] writes it; `null` where that is
  ///   not told
  record OfMember(
      String run,
      MemberId member,
      String kind,
      String email,
      @Nullable String contact,
      @Nullable Long intended,
      Optional<Ending> ending,
      @Nullable String deeds)
      implements Entry {
    /// Both in one, of which `later` came later. What was known first of the plan stays.
    OfMember and(OfMember later) {
      return new OfMember(
          run,
          member,
          kind,
          email,
          later.ending.isPresent() ? later.contact : contact,
          later.intended == null ? intended : later.intended,
          later.ending.or(() -> ending),
          later.deeds == null ? deeds : later.deeds);
    }
  }

  /// What was told.
  ///
  /// @param position counts the run's notices
  record OfNotice(String run, long position, NoticeRecord notice) implements Entry {}

  /// How a member's change ended; lists as [Fields] writes them.
  ///
  /// @param settled when, in milliseconds since 1970
  record Ending(
      long settled,
      String outcome,
      @Nullable String reason,
      @Nullable String cause,
      String remedies,
      String archived,
      String fields,
      String request) {}

  /// Writes `entries`, in their order.
  static void write(Handle handle, List<Entry> entries) {
    Map<MemberId, OfMember> members = new LinkedHashMap<>();
    var notices = new ArrayList<OfNotice>();
    for (var entry : entries) {
      switch (entry) {
        case OfNotice told -> notices.add(told);
        case OfMember of -> members.merge(of.member(), of, OfMember::and);
        case Alone(var statement) -> {
          MemberRows.write(handle, members.values());
          members.clear();
          statement.accept(handle);
        }
        case Marker _ -> {}
      }
    }
    MemberRows.write(handle, members.values());
    NoticeRows.write(handle, notices);
  }
}
