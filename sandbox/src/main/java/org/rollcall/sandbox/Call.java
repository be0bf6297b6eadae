package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;

/// What a request means, by its method and path.
sealed interface Call {
  CallKind kind();

  record ListContacts(Map<String, String> query) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.LIST;
    }
  }

  record ListHidden(Map<String, String> query) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.HIDDEN;
    }
  }

  record ListActivities(Map<String, String> query) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.ACTIVITIES;
    }
  }

  record Search() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.SEARCH;
    }
  }

  record Inspect(String id) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.INSPECT;
    }
  }

  record Find(String externalId) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.FIND;
    }
  }

  record Create() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.CREATE;
    }
  }

  record Update(String id) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.UPDATE;
    }
  }

  /// Archive, unarchive, block, unblock or delete.
  record Move(CallKind kind, String id) implements Call {}

  record Merge() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.MERGE;
    }
  }

  record CreateMany() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.BULK;
    }
  }

  record UpdateMany() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.BULK;
    }
  }

  record InspectJob(String id) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.JOB;
    }
  }

  record ListAttributes(Map<String, String> query) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.ATTRIBUTES;
    }
  }

  record CreateAttribute() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.WRITE_ATTRIBUTE;
    }
  }

  record UpdateAttribute(String id) implements Call {
    @Override
    public CallKind kind() {
      return CallKind.WRITE_ATTRIBUTE;
    }
  }

  record Me() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.ME;
    }
  }

  record Unknown() implements Call {
    @Override
    public CallKind kind() {
      return CallKind.OTHER;
    }
  }

  /// The call that `request` makes.
  static Call of(WireRequest request) {
    var path = request.segments();
    return switch (path.getFirst()) {
      case "contacts" -> ofContacts(request, path);
      case "data_attributes" -> ofAttributes(request, path);
      case "me" -> request.method().equals("GET") ? new Me() : new Unknown();
      default -> new Unknown();
    };
  }

  private static Call ofContacts(WireRequest request, List<String> path) {
    return switch (path.size()) {
      case 1 -> ofCollection(request);
      case 2 -> ofContact(request, path.get(1));
      case 3 -> ofContactPart(request.method(), path.get(1), path.get(2));
      default -> new Unknown();
    };
  }

  private static Call ofCollection(WireRequest request) {
    return switch (request.method()) {
      case "GET" -> new ListContacts(request.query());
      case "POST" -> new Create();
      default -> new Unknown();
    };
  }

  private static Call ofContact(WireRequest request, String id) {
    return switch (request.method() + " " + id) {
      case "GET deleted" -> new ListHidden(request.query());
      case "GET activities" -> new ListActivities(request.query());
      case "POST search" -> new Search();
      case "POST merge" -> new Merge();
      case "POST bulk" -> new CreateMany();
      case "PUT bulk" -> new UpdateMany();
      default ->
          switch (request.method()) {
            case "GET" -> new Inspect(id);
            case "PUT" -> new Update(id);
            case "DELETE" -> new Move(CallKind.DELETE, id);
            default -> new Unknown();
          };
    };
  }

  private static Call ofContactPart(String method, String first, String second) {
    if (method.equals("GET") && first.equals("find_by_external_id")) {
      return new Find(second);
    }
    if (method.equals("GET") && first.equals("bulk")) {
      return new InspectJob(second);
    }
    if (!method.equals("POST")) {
      return new Unknown();
    }
    return switch (second) {
      case "archive" -> new Move(CallKind.ARCHIVE, first);
      case "unarchive" -> new Move(CallKind.UNARCHIVE, first);
      case "block" -> new Move(CallKind.BLOCK, first);
      case "unblock" -> new Move(CallKind.UNBLOCK, first);
      default -> new Unknown();
    };
  }

  private static Call ofAttributes(WireRequest request, List<String> path) {
    return switch (request.method() + path.size()) {
      case "GET1" -> new ListAttributes(request.query());
      case "POST1" -> new CreateAttribute();
      case "PUT2" -> new UpdateAttribute(path.get(1));
      default -> new Unknown();
    };
  }
}
