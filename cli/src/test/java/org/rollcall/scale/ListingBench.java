package org.rollcall.scale;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.apply.GatewayListener;
import org.rollcall.apply.Paced;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Turns;
import org.rollcall.intercom.AccessToken;
import org.rollcall.intercom.Connection;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.HttpWire;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.listing.Listing;
import org.rollcall.model.FieldName;
import org.rollcall.model.Rate;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// How long the contacts of a workspace take to read over HTTP, as a chain and in parts: what
/// `bench/listing` runs. The stand-in Intercom is in the same process.
final class ListingBench {
  private static final long YEARS = Duration.ofDays(8 * 365).toSeconds();

  private ListingBench() {}

  /// @param arguments how many contacts, how many milliseconds an answer takes at least, and the
  ///   rate, such as `1667/10s`
  public static void main(String[] arguments) throws Exception {
    var rate = Rate.of(arguments[2]);
    var intercom =
        new SandboxIntercom(
            world(Integer.parseInt(arguments[0])),
            Behaviour.DEFAULT,
            rate,
            Faults.none(),
            InstantSource.system());
    var latency = Duration.ofMillis(Long.parseLong(arguments[1]));
    double perSecond = rate.calls() * 1e9 / rate.window().toNanos();
    try (var server = SandboxServer.start(intercom, 0, latency)) {
      for (var listing : List.of(Listing.CHAIN, Listing.auto(16, perSecond))) {
        measure(intercom, server, rate, listing);
      }
    }
  }

  private static void measure(
      SandboxIntercom intercom, SandboxServer server, Rate rate, Listing listing)
      throws InterruptedException {
    var connection = Connection.to(server.uri(), new AccessToken("bench"), "Rollcall");
    try (var wire = new HttpWire(connection)) {
      var contacts = new HttpContacts(wire, Set.of(), InstantSource.system());
      var pacer = Pacer.upTo(rate, 0);
      var paced =
          new Paced(contacts, new Turns(pacer), System::nanoTime, Thread::sleep, new Deaf());
      int before = intercom.log().size();
      var found = new AtomicInteger();
      var began = Instant.now();
      new GatewayDirectory(paced, listing)
          .contacts(
              () -> {
                found.set(0);
                return _ -> found.incrementAndGet();
              },
              ListingBench::tell);
      var took = Duration.between(began, Instant.now());
      System.out.printf(
          "| %,d | %s | %s | %,d | %.1f s |%n",
          found.get(),
          arguments(rate),
          listing.equals(Listing.CHAIN) ? "chain" : listing.atOnce() + " parts at once",
          intercom.log().size() - before,
          took.toMillis() / 1000.0);
      Thread.sleep(rate.window()); // the next way begins with an empty window
    }
  }

  private static String arguments(Rate rate) {
    return rate.calls() + "/" + rate.window().toSeconds() + " s";
  }

  private static void tell(RunEvent event) {
    if (event instanceof RunEvent.ListedAnew(var why)) {
      System.err.println(why);
    }
  }

  /// Half of them thinly over eight years, half in imports of a day.
  private static World world(int contacts) {
    var world = World.withAttributes(SandboxWorkspace.sandbox("bench"), List.of());
    var random = new SplittableRandom(1);
    long now = Instant.now().getEpochSecond();
    for (int each = 0; each < contacts; each++) {
      long age = random.nextBoolean() ? random.nextLong(YEARS) : YEARS / 20 * random.nextInt(1, 20);
      world.put(
          StoredContact.user(
              world.newId(),
              Map.of("external_id", "" + each, "email", "m" + each + "@example.org"),
              new TreeMap<>(),
              now - 7_200 - age));
    }
    return world;
  }

  private static final class Deaf implements GatewayListener {
    @Override
    public void retrying(String what, String why, int attempt, int attempts, Duration pause) {}

    @Override
    public void rateWait(int used, int maximum, Duration pause) {}

    @Override
    public void waitsForPart(String why) {}

    @Override
    public void refusedByRate(String what, String why, Duration pause) {}

    @Override
    public void outage(int members, String why, Duration between, Duration patience) {}

    @Override
    public void back() {}

    @Override
    public void noCreates(String why) {}

    @Override
    public void refusedForAll(FieldName field, int members) {}
  }
}
