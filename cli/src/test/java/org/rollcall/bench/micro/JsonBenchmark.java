package org.rollcall.bench.micro;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Request;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import org.rollcall.model.Rate;
import org.rollcall.model.Wanted;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;

/// Intercom's JSON, without Intercom and without the wire: the same answer again and again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
  private static final Request.ListContacts LIST = new Request.ListContacts(Optional.empty());
  private static final int PAGE = 150;

  private Gateway listing =
      _ -> {
        throw new IllegalStateException("not set up");
      };
  private Gateway writing = listing;
  private Request.Update update = new Request.Update(People.contactId("none"), wanted(0).fields());

  @Setup
  public void workspace() throws InterruptedException {
    var world = World.withAttributes(SandboxWorkspace.sandbox("bench"), List.of("region"));
    var intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(1_000_000, Duration.ofSeconds(10)),
            Faults.none(),
            InstantSource.system());
    var wire = new SandboxWire(intercom, "bench");
    for (int number = 1; number <= PAGE; number++) {
      over(wire).send(new Request.Create(wanted(number).fields()));
    }
    update =
        new Request.Update(
            People.contactId(world.contacts().getFirst().id()), wanted(PAGE).fields());
    listing = over(remembering(wire));
    writing = over(remembering(wire));
  }

  /// Reading a page of 150 contacts.
  @Benchmark
  public Answer list() throws InterruptedException {
    return listing.send(LIST);
  }

  /// Writing an update and reading its answer.
  @Benchmark
  public Answer update() throws InterruptedException {
    return writing.send(update);
  }

  private static Gateway over(Wire wire) {
    return new HttpContacts(wire, Set.of(People.REGION), InstantSource.system());
  }

  private static Wanted wanted(int number) {
    return People.wanted("" + number, "member%d@example.org".formatted(number));
  }

  /// Asks once and gives that answer from then on.
  private static Wire remembering(Wire wire) {
    return new Wire() {
      private Optional<WireAnswer> answer = Optional.empty();

      @Override
      public WireAnswer exchange(Call call) throws InterruptedException {
        if (answer.isEmpty()) {
          answer = Optional.of(wire.exchange(call));
        }
        return answer.get();
      }
    };
  }
}
