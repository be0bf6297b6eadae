package org.rollcall.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;

/// Answers from a list in its order, and records the requests. It repeats the last answer for ever.
public final class ScriptedGateway implements Gateway {
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Request> asked = new ArrayList<>();

  public static ScriptedGateway answering(Reply... replies) {
    var gateway = new ScriptedGateway();
    for (var reply : replies) {
      gateway.answers.add(Answer.of(reply));
    }
    return gateway;
  }

  @Override
  public synchronized Answer send(Request request) {
    asked.add(request);
    var answer = answers.element();
    if (answers.size() > 1) {
      answers.remove();
    }
    return answer;
  }

  /// The requests so far.
  public synchronized List<Request> asked() {
    return List.copyOf(asked);
  }
}
