package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.put;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Request;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.Span;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;

class CallsTest {
  private static final ContactId ID = contactId("654b");

  static Stream<Arguments> calls() {
    return Stream.of(
        call(new Request.Archive(ID), Call.post("/contacts/654b/archive", "{}")),
        call(new Request.Unarchive(ID), Call.post("/contacts/654b/unarchive", "{}")),
        call(new Request.Block(ID), Call.post("/contacts/654b/block", "{}")),
        call(new Request.Unblock(ID), Call.post("/contacts/654b/unblock", "{}")),
        call(
            new Request.Merge(contactId("1a"), ID),
            Call.post("/contacts/merge", "{\"from\":\"1a\",\"into\":\"654b\"}")),
        call(new Request.Inspect(ID), Call.get("/contacts/654b")),
        call(new Request.FindByExternalId("1001"), Call.get("/contacts/find_by_external_id/1001")),
        call(
            new Request.FindByExternalId("a/b c+d@é?#%"),
            Call.get("/contacts/find_by_external_id/a%2Fb%20c%2Bd%40%C3%A9%3F%23%25")),
        call(
            new Request.FindByEmail("ann@example.org"),
            Call.post(
                "/contacts/search",
                "{\"query\":{\"field\":\"email\",\"operator\":\"=\",\"value\":\"ann@example.org\"},\"pagination\":{\"per_page\":150}}")),
        call(new Request.ListContacts(Optional.empty()), Call.get("/contacts?per_page=150")),
        call(new Request.ListContacts(Optional.empty(), 20), Call.get("/contacts?per_page=20")),
        call(
            new Request.ListContacts(Optional.of("Wz==/+")),
            Call.get("/contacts?per_page=150&starting_after=Wz%3D%3D%2F%2B")),
        call(
            new Request.ListCreated(Span.ALL, true, Optional.empty()),
            Call.post(
                "/contacts/search",
                "{\"query\":{\"operator\":\"AND\",\"value\":[{\"field\":\"created_at\",\"operator\":\">\",\"value\":0}]},\"sort\":{\"field\":\"created_at\",\"order\":\"descending\"},\"pagination\":{\"per_page\":150}}")),
        call(
            new Request.ListCreated(new Span(7, OptionalLong.of(9)), false, Optional.of("Wz")),
            Call.post(
                "/contacts/search",
                "{\"query\":{\"operator\":\"AND\",\"value\":[{\"field\":\"created_at\",\"operator\":\">\",\"value\":7},{\"field\":\"created_at\",\"operator\":\"<\",\"value\":9}]},\"sort\":{\"field\":\"created_at\",\"order\":\"ascending\"},\"pagination\":{\"per_page\":150,\"starting_after\":\"Wz\"}}")),
        call(
            new Request.CreateMany(
                List.of(new TreeMap<>(Map.of(FieldName.NAME, put("Ann")))), Optional.empty()),
            Call.post("/contacts/bulk", "{\"contacts\":[{\"name\":\"Ann\"}]}")),
        call(
            new Request.CreateMany(List.of(), Optional.of("job_1")),
            Call.post("/contacts/bulk", "{\"contacts\":[],\"job\":{\"id\":\"job_1\"}}")),
        call(new Request.InspectJob("job_1"), Call.get("/contacts/bulk/job_1")),
        call(
            new Request.ListAttributes(),
            Call.get("/data_attributes?model=contact&include_archived=true")),
        call(new Request.Identify(), Call.get("/me")));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void each_request_is_one_call(Request request, Call expected) {
    assertThat(Calls.of(request)).isEqualTo(expected);
  }

  @Test
  void a_create_sends_what_is_put_and_nothing_else() {
    assertThat(Calls.of(new Request.Create(fields())))
        .isEqualTo(
            Call.post(
                "/contacts",
                "{\"custom_attributes\":{\"active\":true,\"joined\":1700000000,\"points\":0.5,\"region\":\"GL\"},\"email\":\"Ann@Example.org\",\"role\":\"user\"}"));
  }

  @Test
  void an_update_sends_null_for_what_is_cleared_and_leaves_out_what_is_left() {
    assertThat(Calls.of(new Request.Update(ID, fields())))
        .isEqualTo(
            Call.put(
                "/contacts/654b",
                "{\"custom_attributes\":{\"active\":true,\"facility\":null,\"joined\":1700000000,\"points\":0.5,\"region\":\"GL\"},\"email\":\"Ann@Example.org\",\"name\":null,\"role\":\"user\"}"));
  }

  @Test
  void a_number_is_never_written_with_an_exponent() {
    var tiny = new Wish.Put(new Value.Numeric(new BigDecimal("1E-9")));
    var huge = new Wish.Put(new Value.Numeric(new BigDecimal("1E+20")));
    var fields =
        new TreeMap<FieldName, Wish>(
            Map.of(FieldName.attribute("tiny"), tiny, FieldName.attribute("huge"), huge));
    assertThat(Calls.of(new Request.Create(fields)).body())
        .contains("{\"custom_attributes\":{\"huge\":100000000000000000000,\"tiny\":0.000000001}}");
  }

  @Test
  void a_call_prints_without_anybodys_data() {
    assertThat(Calls.of(new Request.FindByExternalId("1001"))).hasToString("GET call");
    assertThat(Calls.of(new Request.FindByEmail("ann@example.org"))).hasToString("POST call");
  }

  private static SortedMap<FieldName, Wish> fields() {
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email("Ann@Example.org")));
    fields.put(FieldName.NAME, new Wish.Clear());
    fields.put(FieldName.PHONE, new Wish.Leave());
    fields.put(FieldName.attribute("region"), put("GL"));
    fields.put(FieldName.attribute("facility"), new Wish.Clear());
    fields.put(FieldName.attribute("positions"), new Wish.Leave());
    fields.put(FieldName.attribute("active"), new Wish.Put(new Value.Flag(true)));
    fields.put(
        FieldName.attribute("joined"),
        new Wish.Put(new Value.Numeric(BigDecimal.valueOf(1_700_000_000))));
    fields.put(
        FieldName.attribute("points"), new Wish.Put(new Value.Numeric(new BigDecimal("0.50"))));
    return fields;
  }

  private static Arguments call(Request request, Call call) {
    return Arguments.of(request, call);
  }
}
