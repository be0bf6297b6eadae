package org.rollcall.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.AuditLog;
import org.rollcall.access.KnownTokens;
import org.rollcall.access.MachineToken;

/// Tokens and an audit log that live as long as a test.
public final class RememberedAccess implements KnownTokens, AuditLog {
  public final List<MachineToken> tokens = new ArrayList<>();
  public final List<String> digests = new ArrayList<>();
  public final List<AuditEntry> entries = new ArrayList<>();

  /// When tokens were shown.
  public final List<Instant> uses = new ArrayList<>();

  /// What happens before an entry is added.
  public Runnable trouble = () -> {};

  @Override
  public List<MachineToken> all() {
    return List.copyOf(tokens);
  }

  @Override
  public boolean add(MachineToken token, String digest, AuditEntry entry) {
    if (tokens.stream().anyMatch(each -> isLeft(each, token.name()))) {
      return false;
    }
    tokens.add(token);
    digests.add(digest);
    entries.add(entry);
    return true;
  }

  @Override
  public Optional<MachineToken> revoke(String name, AuditEntry entry) {
    var there = tokens.stream().filter(each -> isLeft(each, name)).findFirst();
    there.ifPresent(was -> {
      tokens.set(
          tokens.indexOf(was),
          new MachineToken(
              name,
              was.role(),
              was.created(),
              was.creator(),
              was.expires(),
              Optional.of(entry.time()),
              was.used()));
      entries.add(entry);
    });
    return there;
  }

  private static boolean isLeft(MachineToken token, String name) {
    return token.name().equals(name) && token.revoked().isEmpty();
  }

  @Override
  public Optional<MachineToken> find(String digest) {
    int place = digests.indexOf(digest);
    return place < 0 ? Optional.empty() : Optional.of(tokens.get(place));
  }

  @Override
  public void used(String digest, Instant now) {
    uses.add(now);
    int place = digests.indexOf(digest);
    var was = tokens.get(place);
    tokens.set(
        place,
        new MachineToken(
            was.name(),
            was.role(),
            was.created(),
            was.creator(),
            was.expires(),
            was.revoked(),
            Optional.of(now)));
  }

  @Override
  public void add(AuditEntry entry) {
    trouble.run();
    entries.add(entry);
  }

  @Override
  public List<Numbered> page(long after, Optional<Instant> since, int most) {
    var page = new ArrayList<Numbered>();
    for (int place = (int) after; place < entries.size(); place++) {
      var entry = entries.get(place);
      if (since.filter(begin -> entry.time().isBefore(begin)).isEmpty()) {
        page.add(new Numbered(place + 1, entry));
      }
    }
    return page.stream().limit(most).toList();
  }

  @Override
  public List<AuditEntry> latest(int most) {
    return entries.reversed().stream().limit(most).toList();
  }
}
