package org.rollcall.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wording;
import org.rollcall.run.Advice;
import org.rollcall.run.Failure;
import org.rollcall.run.FailureNews;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a message says of those who failed: the causes, and the numbers of a few members.
final class FailureWords {
  private static final int NAMED = 10;
  private static final int CAUSES = 5;

  private FailureWords() {}

  /// `, 2 of them anew`; nothing where that is not known.
  static String anew(FailureNews news) {
    if (news.failed() == 0) {
      return "";
    }
    return news.anew().isEmpty()
        ? ", none of them anew"
        : ", %d of them anew".formatted(news.anew().size());
  }

  /// The lines for people; none where there is nothing to say.
  static Stream<String> lines(FailureNews news) {
    var ignored = news.ignored().stream().map(Failure::member).toList();
    return Stream.of(
            lines("Failed anew", news.anew()),
            lines("Failed as before", news.before()),
            line("Ignored", ignored),
            line("Right again", news.recovered()),
            advice(news))
        .flatMap(part -> part);
  }

  private static Stream<String> lines(String heading, List<Failure> failures) {
    var causes = causes(failures);
    var told =
        causes.entrySet().stream()
            .limit(CAUSES)
            .map(each ->
                "%s, %s: %s (%s)%s"
                    .formatted(
                        heading,
                        Wording.count(each.getValue().size(), "member"),
                        each.getKey(),
                        numbers(each.getValue()),
                        Advice.on(each.getKey()).map(todo -> " " + todo).orElse("")));
    return causes.size() <= CAUSES
        ? told
        : Stream.concat(
            told,
            Stream.of(
                "%s: %s.".formatted(heading, Wording.count(causes.size() - CAUSES, "more cause"))));
  }

  private static Stream<String> line(String heading, List<MemberId> members) {
    return members.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%s: %s (%s)."
                .formatted(heading, Wording.count(members.size(), "member"), numbers(members)));
  }

  private static Stream<String> advice(FailureNews news) {
    return Stream.of(news.anew(), news.before())
        .flatMap(List::stream)
        .findFirst()
        .map(Failure::member)
        .map(member ->
            "`rollcall explain %s` says why and what to do; `rollcall ignore %s --until DATE --why TEXT` where it has to wait."
                .formatted(member, member))
        .stream();
  }

  private static Map<String, List<MemberId>> causes(List<Failure> failures) {
    return failures.stream()
        .collect(
            Collectors.groupingBy(
                Failure::cause,
                LinkedHashMap::new,
                Collectors.mapping(Failure::member, Collectors.toList())));
  }

  private static String numbers(List<MemberId> members) {
    var named =
        members.stream().limit(NAMED).map(MemberId::value).collect(Collectors.joining(", "));
    return members.size() > NAMED ? named + ", …" : named;
  }

  /// The same for programs.
  static ObjectNode json(FailureNews news) {
    var node = JsonNodeFactory.instance.objectNode();
    put(node.putArray("new"), news.anew());
    put(node.putArray("known"), news.before());
    put(node.putArray("ignored"), news.ignored());
    var recovered = node.putObject("recovered").put("count", news.recovered().size());
    numbers(recovered.putArray("members"), news.recovered());
    return node;
  }

  private static void put(ArrayNode list, List<Failure> failures) {
    causes(failures)
        .forEach((cause, members) ->
            numbers(
                list.addObject()
                    .put("cause", cause)
                    .put("count", members.size())
                    .putArray("members"),
                members));
  }

  private static void numbers(ArrayNode list, List<MemberId> members) {
    members.stream().limit(NAMED).map(MemberId::value).forEach(list::add);
  }
}
