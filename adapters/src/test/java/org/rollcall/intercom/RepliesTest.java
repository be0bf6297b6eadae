package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.intercom.Wires.error;
import static org.rollcall.intercom.Wires.html;
import static org.rollcall.intercom.Wires.json;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.put;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Quota;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;
import org.rollcall.model.Workspace;
import org.rollcall.support.People;

/// How each of Intercom's answers is interpreted, row by row.
class RepliesTest {
  private static final ContactId ID = contactId("654b");
  private static final SortedMap<FieldName, Wish> FIELDS = fields();
  private static final Request CREATE = new Request.Create(FIELDS);
  private static final Request UPDATE = new Request.Update(ID, FIELDS);
  private static final Request ARCHIVE = new Request.Archive(ID);
  private static final Request UNARCHIVE = new Request.Unarchive(ID);
  private static final Request UNBLOCK = new Request.Unblock(ID);
  private static final Request MERGE = new Request.Merge(contactId("111a"), ID);
  private static final Request INSPECT = new Request.Inspect(ID);
  private static final Request BY_NUMBER = new Request.FindByExternalId("1001");
  private static final Request BY_EMAIL = new Request.FindByEmail("ann@example.org");
  private static final Request LIST = new Request.ListContacts(Optional.empty());
  private static final Request ATTRIBUTES = new Request.ListAttributes();
  private static final Request ME = new Request.Identify();
  private static final List<Request> ALL =
      List.of(
          CREATE,
          UPDATE,
          ARCHIVE,
          UNARCHIVE,
          UNBLOCK,
          MERGE,
          INSPECT,
          BY_NUMBER,
          BY_EMAIL,
          LIST,
          ATTRIBUTES,
          ME);

  private static final String MATCHES = "A contact matching those details already exists with id=";
  private static final String ARCHIVED =
      "An archived contact matching those details already exists with id=";

  static Stream<Arguments> refusals() {
    return Stream.of(
        row(CREATE, error(409, "conflict", MATCHES + "654b"), conflict("654b", false, MATCHES)),
        row(UPDATE, error(409, "conflict", MATCHES + "654b"), conflict("654b", false, MATCHES)),
        row(CREATE, error(409, "conflict", ARCHIVED + "654b"), conflict("654b", true, ARCHIVED)),
        row(UPDATE, error(409, "conflict", ARCHIVED + "654b"), conflict("654b", true, ARCHIVED)),
        row(
            CREATE,
            error(409, "conflict", "multiple existing users match this email address"),
            new Reply.Conflict(
                Optional.empty(), false, "multiple existing users match this email address")),
        row(
            CREATE,
            error(409, "conflict", "exists with external_id=77"),
            new Reply.Conflict(Optional.empty(), false, "exists with external_id=77")),
        row(
            CREATE,
            error(409, "conflict", "exists with id=5f0c-9b1e"),
            new Reply.Conflict(Optional.empty(), false, "exists with id=5f0c-9b1e")),
        row(
            CREATE,
            error(400, "parameter_invalid", "Custom attribute 'region' does not exist"),
            refused(
                "custom_attributes.region",
                "parameter_invalid",
                "Custom attribute 'region' does not exist")),
        row(
            CREATE,
            error(400, "parameter_invalid", "Custom attribute 'phone_type' does not exist"),
            refused("", "parameter_invalid", "Custom attribute 'phone_type' does not exist")),
        row(
            UPDATE,
            error(422, "parameter_invalid", "Phone number is invalid"),
            refused("phone", "parameter_invalid", "Phone number is invalid")),
        row(
            UPDATE,
            json(
                422,
                "{\"errors\":[{\"code\":\"data_invalid\",\"message\":\"too odd\",\"field\":\"phone\"}]}"),
            refused("phone", "data_invalid", "too odd")),
        row(
            UPDATE,
            json(
                422,
                "{\"errors\":[{\"code\":\"data_invalid\",\"message\":\"too odd\",\"field\":\"custom_attributes.region\"}]}"),
            refused("custom_attributes.region", "data_invalid", "too odd")),
        row(
            CREATE,
            error(422, "unprocessable_entity", "external id is too long"),
            refused("external_id", "unprocessable_entity", "external id is too long")),
        row(
            UPDATE,
            error(400, "client_error", "Contact with user role can't be converted to a lead"),
            refused("role", "client_error", "Contact with user role can't be converted to a lead")),
        row(
            CREATE,
            error(400, "parameter_invalid", "The owner specified is not a member of the workspace"),
            refused(
                "", "parameter_invalid", "The owner specified is not a member of the workspace")),
        row(
            CREATE,
            json(400, "{\"errors\":[{}]}"),
            refused("", "", "Intercom answered HTTP 400 without a message.")),
        row(
            CREATE,
            error(403, "not_restorable", "this user was blocked and cannot be recreated"),
            new Reply.Unrestorable("this user was blocked and cannot be recreated")),
        row(
            CREATE,
            error(400, "not_restorable", "blocked, id=654b"),
            new Reply.Conflict(Optional.of(ID), true, "blocked, id=654b")),
        row(
            INSPECT,
            json(404, "{\"message\":\"no Route matched\"}"),
            new Reply.Unavailable("Something other than Intercom answered HTTP 404.")),
        row(
            UNARCHIVE,
            json(404, "{\"type\":\"error.list\",\"errors\":[{\"code\":\"not_f"),
            new Reply.Unavailable("Something other than Intercom answered HTTP 404.")),
        row(
            MERGE,
            error(400, "invalid_merge", "Contacts can only be merged when they are duplicates"),
            refused("", "invalid_merge", "Contacts can only be merged when they are duplicates")),
        row(
            UNARCHIVE,
            error(400, "bad_request", "User has been merged and is not restorable."),
            new Reply.Unrestorable("User has been merged and is not restorable.")),
        row(
            UNARCHIVE,
            error(
                400,
                "bad_request",
                "User has been marked for permanent deletion and is not restorable."),
            new Reply.Unrestorable(
                "User has been marked for permanent deletion and is not restorable.")),
        row(
            UNARCHIVE,
            error(500, "server_error", "Server Error"),
            new Reply.Unavailable("Intercom is out of order (HTTP 500): Server Error")),
        row(
            UNARCHIVE,
            error(400, "not_restorable", "this user cannot be restored"),
            new Reply.Blocked(ID, "this user cannot be restored")),
        row(
            UNARCHIVE,
            error(403, "forbidden", "The contact is blocked"),
            new Reply.Blocked(ID, "The contact is blocked")),
        row(
            UNARCHIVE,
            error(400, "bad_request", "It is not restorable"),
            new Reply.Unrestorable("It is not restorable")),
        row(UNARCHIVE, error(400, "bad_request", "No."), refused("", "bad_request", "No.")),
        row(
            UNARCHIVE,
            error(404, "not_found", "User Not Found"),
            new Reply.Missing("User Not Found")),
        row(UNBLOCK, error(404, "not_found", "no route"), new Reply.Unsupported("no route")),
        row(
            UNBLOCK,
            html(404),
            new Reply.Unsupported("Intercom answered HTTP 404 without a message.")),
        row(
            UNBLOCK,
            html(405),
            new Reply.Unsupported("Intercom answered HTTP 405 without a message.")),
        row(
            UNBLOCK,
            error(406, "media_type_not_acceptable", "Accept header should be application/json"),
            new Reply.Unsupported("Accept header should be application/json")),
        row(
            INSPECT,
            error(404, "not_found", "User Not Found"),
            new Reply.Missing("User Not Found")),
        row(BY_NUMBER, error(404, "not_found", "User Not Found"), new Reply.Matches(List.of())),
        row(INSPECT, merged("</contacts/777c>; rel=\"canonical\""), survivor("777c")),
        row(BY_NUMBER, merged("</contacts/777c>; rel=canonical"), survivor("777c")),
        row(
            INSPECT,
            merged("<https://api.intercom.io/contacts/777c>; rel=\"canonical\""),
            survivor("777c")),
        row(
            INSPECT,
            merged("</other>; rel=\"help\", </contacts/777c?x=1>; rel=\"canonical\""),
            survivor("777c")),
        row(INSPECT, merged("</contacts/777c>; rel=\"next\""), survivor("")),
        row(INSPECT, error(410, "contact_merged", "merged"), survivor("")),
        row(UNARCHIVE, merged("</contacts/777c>; rel=\"canonical\""), survivor("777c")),
        row(
            LIST,
            error(400, "client_error", "Invalid starting_after param"),
            refused("", "client_error", "Invalid starting_after param")),
        row(
            ME,
            error(400, "intercom_version_invalid", "no such version"),
            refused("", "intercom_version_invalid", "no such version")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void each_refusal_has_its_meaning(Request request, WireAnswer wire, Reply expected)
      throws InterruptedException {
    assertThat(reply(request, wire)).isEqualTo(expected);
  }

  static Stream<Arguments> whateverTheRequest() {
    return ALL.stream()
        .flatMap(request ->
            Stream.of(
                row(
                    request,
                    error(401, "unauthorized", "Access Token Invalid"),
                    new Reply.Denied("Access Token Invalid")),
                row(
                    request,
                    error(403, "api_plan_restricted", "Active subscription needed."),
                    ofPlan(request)),
                row(
                    request,
                    html(403),
                    new Reply.Unavailable("Something other than Intercom answered HTTP 403.")),
                row(
                    request,
                    html(502),
                    new Reply.Unavailable("Intercom is out of order (HTTP 502).")),
                row(
                    request,
                    error(503, "service_unavailable", "soon"),
                    new Reply.Unavailable("Intercom is out of order (HTTP 503): soon")),
                row(
                    request,
                    error(408, "request_timeout", "too slow"),
                    new Reply.Unavailable("Intercom is out of order (HTTP 408): too slow")),
                row(
                    request,
                    html(400),
                    new Reply.Unavailable("Something other than Intercom answered HTTP 400.")),
                row(
                    request,
                    error(429, "rate_limit_exceeded", "slow down"),
                    new Reply.RateLimited(Duration.ofSeconds(10), "slow down")),
                row(
                    request,
                    html(429),
                    new Reply.RateLimited(
                        Duration.ofSeconds(10), "Intercom answered HTTP 429 without a message.")),
                row(
                    request,
                    new WireAnswer.NeverSent("no connection could be made"),
                    new Reply.Unavailable(
                        "Intercom could not be reached: no connection could be made.")),
                row(
                    request,
                    new WireAnswer.CutOff("the connection broke"),
                    new Reply.AnswerLost("Intercom's answer was lost: the connection broke.")),
                row(request, html(200), lost()),
                row(request, json(200, ""), lost()),
                row(request, json(200, "{\"type\":\"contact\",\"id\":\"65"), lost()),
                row(request, json(200, "[]"), lost()),
                row(request, json(200, "\"ok\""), lost()),
                row(request, json(200, "{} {}"), lost()),
                row(request, json(200, "{\"type\":\"error.list\",\"errors\":[]}"), lost()),
                row(
                    request,
                    json(200, "{\"data\":[{\"no\":\"id\"}],\"type\":\"odd\",\"data_type\":1}"),
                    request.equals(ATTRIBUTES) ? new Reply.Attributes(List.of()) : lost())));
  }

  /// A plan that takes no more contacts stops creates alone.
  private static Reply ofPlan(Request request) {
    return request instanceof Request.Create
        ? new Reply.Refused(Optional.empty(), Reply.Refused.PLAN, "Active subscription needed.")
        : new Reply.Denied(
            Reply.Denied.Blame.WORKSPACE,
            "Active subscription needed. The token is right, but the workspace's plan does not allow this: see Settings, Billing in Intercom.");
  }

  @ParameterizedTest
  @MethodSource("whateverTheRequest")
  void some_answers_mean_the_same_whatever_was_asked(
      Request request, WireAnswer wire, Reply expected) throws InterruptedException {
    assertThat(reply(request, wire)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("redirections")
  void a_redirect_is_no_answer(Request request, int status) throws InterruptedException {
    assertThat(reply(request, html(status)))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.text()).contains("INTERCOM_API_URL"));
  }

  static Stream<Arguments> redirections() {
    return Stream.of(301, 302, 307, 308).map(status -> Arguments.of(LIST, status));
  }

  @Test
  void a_write_brings_the_contact_as_it_is_now() throws InterruptedException {
    var wire =
        json(
            200,
            "{\"type\":\"contact\",\"id\":\"654b\",\"external_id\":\"1001\",\"role\":\"user\",\"email\":\"ann@example.org\",\"created_at\":1699442847}");
    for (var request : List.of(CREATE, UPDATE, MERGE)) {
      assertThat(reply(request, wire))
          .isInstanceOfSatisfying(
              Reply.Accepted.class,
              accepted -> {
                assertThat(accepted.contact().id()).isEqualTo(ID);
                assertThat(accepted.contact().externalId()).contains("1001");
                assertThat(accepted.contact().createdAt()).isEqualTo(1_699_442_847);
              });
    }
  }

  @Test
  void the_short_answers_to_archiving_are_contacts_too() throws InterruptedException {
    var expected = new Reply.Accepted(People.contact("654b", "user", "1001", "", 0));
    for (var answer : List.of("\"type\":\"contact\",", "\"object\":\"contact\",", "")) {
      var wire =
          json(
              200,
              "{%s\"id\":\"654b\",\"external_id\":\"1001\",\"archived\":true}".formatted(answer));
      for (var request : List.of(ARCHIVE, UNARCHIVE, UNBLOCK)) {
        assertThat(reply(request, wire))
            .isInstanceOfSatisfying(
                Reply.Accepted.class,
                accepted -> {
                  assertThat(accepted.contact().id()).isEqualTo(expected.contact().id());
                  assertThat(accepted.contact().externalId()).contains("1001");
                });
      }
    }
  }

  @Test
  void a_contact_that_is_read_is_found() throws InterruptedException {
    var wire = json(200, "{\"type\":\"contact\",\"id\":\"654b\",\"external_id\":\"1001\"}");
    assertThat(reply(INSPECT, wire)).isInstanceOf(Reply.Found.class);
    assertThat(reply(BY_NUMBER, wire)).isInstanceOf(Reply.Found.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.intercom.io/contacts?per_page=50&starting_after=WzE2%3D%2F, WzE2=/",
    "https://api.intercom.io/contacts?starting_after=abc&page=2#x, abc",
    "/contacts?page=2&starting_after=abc, abc",
  })
  void an_older_version_gives_the_next_page_as_an_address(String address, String cursor)
      throws InterruptedException {
    var page = json(200, "{\"pages\":{\"next\":\"%s\"},\"data\":[]}".formatted(address));
    assertThat(reply(LIST, page))
        .isInstanceOfSatisfying(Reply.Page.class, each -> assertThat(each.next()).contains(cursor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"https://api.intercom.io/contacts?page=2\"", "{\"page\":2}"})
  void a_list_that_goes_on_and_does_not_say_where_is_not_taken_for_its_end(String next)
      throws InterruptedException {
    var page = json(200, "{\"pages\":{\"next\":%s},\"data\":[]}".formatted(next));
    for (var request : List.of(LIST, new Request.ListHidden(Optional.empty(), 50), BY_EMAIL)) {
      assertThat(reply(request, page)).isInstanceOf(Reply.AnswerLost.class);
    }
  }

  @Test
  void a_page_ends_where_no_cursor_is_given() throws InterruptedException {
    var contacts =
        "\"data\":[{\"type\":\"contact\",\"id\":\"1a\"},{\"type\":\"contact\",\"id\":\"2b\"}]";
    var middle =
        json(
            200,
            "{\"type\":\"list\",\"total_count\":20311,\"pages\":{\"next\":{\"page\":2,\"starting_after\":\"abc\"}},%s}"
                .formatted(contacts));
    assertThat(reply(LIST, middle))
        .isInstanceOfSatisfying(
            Reply.Page.class,
            page -> {
              assertThat(page.contacts())
                  .extracting(each -> each.id().value())
                  .containsExactly("1a", "2b");
              assertThat(page.next()).contains("abc");
              assertThat(page.total()).isEqualTo(20_311);
            });
    for (var pages :
        List.of(
            "\"pages\":{\"next\":null},",
            "\"pages\":{\"page\":1,\"total_pages\":9},",
            "\"pages\":null,",
            "")) {
      assertThat(reply(LIST, json(200, "{\"type\":\"list\",%s%s}".formatted(pages, contacts))))
          .isInstanceOfSatisfying(
              Reply.Page.class,
              page -> {
                assertThat(page.next()).isEmpty();
                assertThat(page.total()).isEqualTo(-1);
              });
    }
  }

  @Test
  void a_page_with_a_contact_that_cannot_be_read_is_no_page() throws InterruptedException {
    var wire =
        json(
            200,
            "{\"type\":\"list\",\"data\":[{\"type\":\"contact\",\"id\":\"1a\"},{\"type\":\"contact\"}]}");
    assertThat(reply(LIST, wire)).isEqualTo(lost());
  }

  @Test
  void an_empty_entry_of_a_page_or_a_search_is_counted() throws InterruptedException {
    var wire =
        json(
            200,
            "{\"type\":\"list\",\"total_count\":1,\"data\":[null,{\"type\":\"contact\",\"id\":\"1a\"}]}");
    assertThat(reply(LIST, wire))
        .isInstanceOfSatisfying(
            Reply.Page.class,
            page -> {
              assertThat(page.contacts()).hasSize(1);
              assertThat(page.gaps()).isEqualTo(1);
            });
    assertThat(reply(new Request.FindByEmail("ann@example.org"), wire))
        .isEqualTo(new Reply.Matches(List.of(), 1));
  }

  @Test
  void a_body_of_another_shape_says_which_version_answered() throws InterruptedException {
    assertThat(said("2.16")).endsWith("; it came from version 2.16 of the API.");
    assertThat(said("Preview")).endsWith("; it came from version Preview of the API.");
    assertThat(said("2.16 for ann@example.org")).isEqualTo(((Reply.AnswerLost) lost()).text());
  }

  private static String said(String version) throws InterruptedException {
    var wire = json(200, "{\"weather\":[]}", Map.of("Intercom-Version", version));
    return ((Reply.AnswerLost) reply(LIST, wire)).text();
  }

  @Test
  void attributes_are_the_custom_ones_with_their_options_in_either_form()
      throws InterruptedException {
    var wire =
        json(
            200,
            """
            {"type":"list","data":[
              {"type":"data_attribute","name":"email","full_name":"email","custom":false,"data_type":"string"},
              {"type":"data_attribute","name":"region","full_name":"custom_attributes.region","custom":true,
               "data_type":"string","options":["GL","NW"],"api_writable":true,"archived":false},
              {"type":"data_attribute","name":"tier","full_name":"custom_attributes.tier",
               "data_type":"options","options":[{"value":"gold"}],"api_writable":false,"archived":true},
              {"type":"data_attribute","name":"joined","custom":true,"data_type":"date","options":null}]}\
            """);
    assertThat(reply(ATTRIBUTES, wire))
        .isEqualTo(
            new Reply.Attributes(
                List.of(
                    new DataAttribute("region", "string", false, true, List.of("GL", "NW")),
                    new DataAttribute("tier", "options", true, false, List.of("gold")),
                    new DataAttribute("joined", "date", false, true, List.of()))));
  }

  @Test
  void the_token_tells_its_workspace() throws InterruptedException {
    var wire =
        json(
            200,
            "{\"type\":\"admin\",\"id\":\"991\",\"email\":\"x@example.org\",\"app\":{\"type\":\"app\",\"id_code\":\"ecahpwf5\",\"name\":\"Club (prod)\",\"region\":\"US\"}}");
    assertThat(reply(ME, wire))
        .isEqualTo(new Reply.Identity(new Workspace("ecahpwf5", "Club (prod)", "US")));
    assertThat(reply(ME, json(200, "{\"type\":\"admin\",\"id\":\"991\"}")))
        .isEqualTo(new Reply.Identity(new Workspace("", "", "")));
  }

  @Test
  void an_answer_carries_the_request_id_of_its_header_or_its_body() throws InterruptedException {
    var inBody = answer(INSPECT, error(404, "not_found", "no"));
    var inHeader =
        answer(
            INSPECT, json(404, Wires.envelope("not_found", "no"), Map.of("x-request-id", "req-2")));
    assertThat(inBody.requestId()).isEqualTo("req-1");
    assertThat(inHeader.requestId()).isEqualTo("req-2");
    assertThat(answer(INSPECT, html(502)).requestId()).isEmpty();
  }

  @Test
  void an_answer_carries_what_its_headers_say_of_the_limit() throws InterruptedException {
    var headers =
        Map.of(
            "X-RateLimit-Limit", "167",
            "X-RateLimit-Remaining", "12",
            "X-RateLimit-Reset", "1700000007",
            "Date", "Tue, 14 Nov 2023 22:13:20 GMT");
    assertThat(answer(INSPECT, json(404, "{}", headers)).quota())
        .contains(new Quota(167, 12, Duration.ofSeconds(7)));
    assertThat(answer(INSPECT, json(404, "{}")).quota()).isEmpty();
  }

  private static Reply reply(Request request, WireAnswer answer) throws InterruptedException {
    return answer(request, answer).reply();
  }

  private static Answer answer(Request request, WireAnswer answer) throws InterruptedException {
    var clock = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));
    return new HttpContacts(Wires.answering(answer), Set.of(), clock).send(request);
  }

  private static Arguments row(Request request, WireAnswer answer, Reply reply) {
    return Arguments.of(request, answer, reply);
  }

  private static Reply lost() {
    return new Reply.AnswerLost(
        "Intercom answered HTTP 200 with something that is not the answer to this request; it names no version of the API.");
  }

  private static Reply conflict(String id, boolean archived, String text) {
    return new Reply.Conflict(Optional.of(contactId(id)), archived, text + id);
  }

  private static Reply refused(String field, String code, String text) {
    return new Reply.Refused(
        Optional.of(field).filter(name -> !name.isEmpty()).map(FieldName::new), code, text);
  }

  private static WireAnswer merged(String link) {
    return json(410, Wires.envelope("contact_merged", "merged"), Map.of("Link", link));
  }

  private static Reply survivor(String id) {
    return new Reply.Merged(
        Optional.of(id).filter(text -> !text.isEmpty()).map(ContactId::new), "merged");
  }

  private static SortedMap<FieldName, Wish> fields() {
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EXTERNAL_ID, put("1001"));
    fields.put(FieldName.EMAIL, put("ann@example.org"));
    fields.put(FieldName.NAME, put("Ann"));
    fields.put(FieldName.PHONE, put("+12025550123"));
    fields.put(People.REGION, put("GL"));
    return fields;
  }
}
