package org.rollcall.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rollcall.model.Contact;
import org.rollcall.model.Policy;
import org.rollcall.model.Wanted;
import org.rollcall.plan.ContactIndex;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;
import org.rollcall.support.People;

/// A steady night's plan: every member has a contact, one in two hundred of which is stale.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlannerBenchmark {
  @Param({"20123"})
  public int members;

  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>();

  @Setup
  public void people() {
    for (int number = 1; number <= members; number++) {
      var member = People.wanted("" + number, "member%d@example.org".formatted(number));
      wanted.add(member);
      var was = number % 200 == 0 ? People.with(member, People.REGION, People.put("NGL")) : member;
      contacts.add(People.right("contact-" + number, was));
    }
  }

  /// From the contacts, as they come out of the listing, to the plan.
  @Benchmark
  public Plan plan() {
    var workspace = new ContactIndex();
    contacts.forEach(workspace::add);
    return new Planner(workspace, Roll.of(Set.of(), wanted), Policy.DEFAULT)
        .plan(wanted, List.of());
  }
}
