package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Request;
import org.rollcall.model.Rate;
import org.rollcall.roster.postgres.PostgresUrl;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Stop;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.settings.Intercom;
import org.rollcall.settings.Pace;
import org.rollcall.settings.Secret;
import org.rollcall.settings.Token;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.Store;
import org.rollcall.support.TestPostgres;

/// Several programs that share a token's rate through a real store, before a stand-in that keeps to
/// the limit.
@Tag("slow")
class SharedRatesTest {
  private static final Rate RATE = new Rate(300, Duration.ofSeconds(10));
  private static final Secret TOKEN = new Secret("sandbox");

  private final SandboxIntercom intercom =
      new SandboxIntercom(
          World.withAttributes(SandboxWorkspace.sandbox(TOKEN.value()), List.of()),
          Behaviour.DEFAULT,
          RATE,
          Faults.none(),
          InstantSource.system());
  private final SandboxServer server = SandboxServer.start(intercom, 0, Duration.ofMillis(20));
  private final List<Caller> callers = new ArrayList<>();
  private TestPostgres.Database database;

  @BeforeEach
  void create() throws Exception {
    database = TestPostgres.database();
  }

  @AfterEach
  void close() {
    callers.forEach(Caller::close);
    server.close();
  }

  @Test
  void processes_that_come_and_go_make_no_more_calls_than_the_limit_allows() throws Exception {
    var first = start(true);
    first.call(8);
    until(() -> first.answers.get() > 100);
    var second = start(true);
    second.call(8);
    var third = start(false);
    third.call(1);
    until(() -> second.answers.get() > 60 && third.answers.get() > 3);
    first.close();
    int before = second.answers.get();
    until(() -> second.answers.get() > before + 150);
    assertThat(intercom.log().answered(429)).isZero();
    assertThat(intercom.log().answered(200)).isGreaterThan(300);
    assertThat(second.said).isEmpty();
  }

  @Test
  void where_the_store_fails_who_needs_it_waits_and_says_why_and_others_go_on() throws Exception {
    var waiting = start(true);
    waiting.store.close();
    waiting.call(1);
    until(() -> !waiting.said.isEmpty());
    assertThat(waiting.said.getFirst())
        .startsWith("The access token's rate cannot be divided: ")
        .endsWith("wait until the store answers.");
    assertThat(waiting.answers).hasValue(0);
    var going = start(false);
    going.store.close();
    going.call(1);
    until(() -> going.answers.get() > 3);
    assertThat(going.said).isEmpty();
  }

  private Caller start(boolean required) {
    var caller = new Caller(required);
    callers.add(caller);
    return caller;
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It came to pass within a minute.").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /// What one process of the program has of it.
  private final class Caller implements AutoCloseable {
    final Store store;
    final SharedRates rates;
    final IntercomClient client;
    final AtomicInteger answers = new AtomicInteger();
    final List<String> said = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Caller(boolean required) {
      var url = PostgresUrl.of(database.url());
      store = Store.in(url.dataSource(), url.toString());
      rates = new SharedRates(() -> store, LeaseClock.ofMachine(InstantSource.system()));
      client =
          IntercomClient.over(
              settings(),
              TOKEN,
              Set.of(),
              rates.turns(required),
              InstantSource.system(),
              new Sleep(Stop.never()),
              (_, _, _) -> {},
              this::hear);
    }

    private void hear(RunEvent event) {
      if (event instanceof RunEvent.Warned(var sentence)) {
        said.add(sentence);
      }
    }

    /// Calls on so many threads until it is closed.
    void call(int callers) {
      for (int caller = 0; caller < callers; caller++) {
        threads.execute(() -> {
          try {
            while (true) {
              var _ = client.gateway().send(new Request.Identify());
              answers.incrementAndGet();
            }
          } catch (InterruptedException | RuntimeException _) {
            // It is closed.
          }
        });
      }
    }

    @Override
    public void close() {
      threads.shutdownNow();
      threads.close();
      client.close();
      rates.close();
      store.close();
    }
  }

  private Intercom settings() {
    return new Intercom(
        new Token.Given(TOKEN),
        server.uri().toString(),
        "2.14",
        new Pace.UpTo(RATE),
        0,
        8,
        Intercom.Listing.CHAIN,
        Intercom.Archived.AUTO,
        false,
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Intercom.USUAL_PATIENCE);
  }
}
