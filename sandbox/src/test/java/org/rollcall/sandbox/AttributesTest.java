package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AttributesTest {
  private static List<String> custom(JsonNode list) {
    return list.path("data")
        .valueStream()
        .filter(each -> each.path("custom").booleanValue())
        .map(each -> each.path("name").stringValue())
        .toList();
  }

  @Test
  void attributes_are_listed_and_archived_ones_only_when_asked_for() {
    var wire = Wire.to();
    wire.json(200, "PUT", "/data_attributes/1", "{'archived':true}");

    assertThat(custom(wire.get(200, "/data_attributes?model=contact"))).containsExactly("facility");
    assertThat(custom(wire.get(200, "/data_attributes?model=contact&include_archived=true")))
        .containsExactly("region", "facility");
    assertThat(wire.get(200, "/data_attributes?model=company").path("data")).isEmpty();
  }

  @Test
  void a_list_attribute_reads_as_text_with_options() {
    var wire = Wire.to();

    var made =
        wire.post(
            200,
            "/data_attributes",
            "{'name':'tier','model':'contact','data_type':'options',"
                + "'options':[{'value':'gold'},{'value':'basic'}]}");

    assertThat(made.path("data_type").stringValue()).isEqualTo("string");
    assertThat(made.path("options")).isEqualTo(Wire.JSON.readTree("[\"gold\",\"basic\"]"));
    wire.post(400, "/contacts", "{'external_id':'1','custom_attributes':{'tier':'tin'}}");
    wire.post(200, "/contacts", "{'external_id':'1','custom_attributes':{'tier':'gold'}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"string", "integer", "float", "boolean", "date"})
  void an_attribute_of_each_type_is_listed_once_it_is_made(String type) {
    var wire = Wire.to();
    wire.post(
        200,
        "/data_attributes",
        "{'name':'fresh','model':'contact','data_type':'%s'}".formatted(type));
    var listed = wire.get(200, "/data_attributes?model=contact").path("data");
    assertThat(listed.valueStream())
        .filteredOn(each -> each.path("name").asString("").equals("fresh"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("data_type").stringValue()).isEqualTo(type));
  }

  @Test
  void what_cannot_be_defined_is_refused() {
    var wire = Wire.to();

    assertThat(
            Wire.error(
                wire.post(400, "/data_attributes", "{'name':'region','data_type':'string'}")))
        .startsWith("parameter_invalid: You already have 'region' in your people data");
    wire.post(400, "/data_attributes", "{'name':'a.b','data_type':'string'}");
    wire.post(400, "/data_attributes", "{'name':'ab','data_type':'poem'}");
    wire.post(400, "/data_attributes", "{'name':'ab','data_type':'options'}");
    assertThat(Wire.error(wire.json(404, "PUT", "/data_attributes/99", "{}")))
        .startsWith("field_not_found: ");
  }
}
