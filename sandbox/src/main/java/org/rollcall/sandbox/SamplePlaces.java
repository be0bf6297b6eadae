package org.rollcall.sandbox;

import java.util.List;
import java.util.stream.IntStream;

/// The regions, facilities and member types of the sample roster. The id of a region or a facility
/// is its place in the list, from 1. Member types have the first user's ids.
final class SamplePlaces {
  /// @param code the code that contacts show
  record Region(String code, String name) {}

  /// @param region the id of its region
  record Facility(String code, String name, int region, int level, String type) {}

  /// @param id the `membertypeid`
  record MemberType(int id, String name) {}

  static final int CURRENT = 6;
  static final int EMPLOYEE = 8;
  static final int RETIRED = 10;

  static final List<MemberType> TYPES =
      List.of(
          new MemberType(1, "Applicant"),
          new MemberType(CURRENT, "Current Member"),
          new MemberType(7, "Associate Member"),
          new MemberType(EMPLOYEE, "NATCA Employee"),
          new MemberType(9, "Corporate Member"),
          new MemberType(RETIRED, "Retired Member"));

  static final List<Region> REGIONS =
      List.of(
          new Region("AL", "Alaskan"),
          new Region("CE", "Central"),
          new Region("EA", "Eastern"),
          new Region("GL", "Great Lakes"),
          new Region("NE", "New England"),
          new Region("NM", "Northwest Mountain"),
          new Region("SO", "Southern"),
          new Region("SW", "Southwest"),
          new Region("WP", "Western Pacific"),
          new Region("NGL", "Great Lakes, National"));

  static final List<Facility> FACILITIES =
      """
      ANC 1 9, ZAN 1 10, ZKC 2 11, MCI 2 8, STL 2 8, ZNY 3 12, JFK 3 10, LGA 3 10, EWR 3 10,
      N90 3 12, ZDC 3 12, DCA 3 10, PCT 3 12, PHL 3 11, ZAU 4 12, ORD 4 12, MDW 4 8, C90 4 12,
      ZID 4 12, ZOB 4 12, ZMP 4 11, MSP 4 11, CLE 4 9, IND 4 9, ZBW 5 11, BOS 5 9, A90 5 11,
      ZDV 6 12, DEN 6 12, ZLC 6 11, SLC 6 10, ZSE 6 11, SEA 6 10, S46 6 11, ZTL 7 12, ATL 7 12,
      ZJX 7 12, ZMA 7 12, MIA 7 12, MCO 7 11, CLT 7 12, ZME 7 12, ZFW 8 12, DFW 8 12, D10 8 12,
      ZHU 8 12, IAH 8 11, I90 8 12, ZAB 8 11, ABQ 8 8, ZOA 9 11, SFO 9 10, NCT 9 12, ZLA 9 12,
      LAX 9 12, SCT 9 12, PHX 9 11, LAS 9 9, HCF 9 10, ZUA 9 7
      """
          .lines()
          .flatMap(line -> List.of(line.split(",")).stream())
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(SamplePlaces::facility)
          .toList();

  private SamplePlaces() {}

  /// The ids of the facilities in region `region`.
  static List<Integer> facilitiesOf(int region) {
    return IntStream.rangeClosed(1, FACILITIES.size())
        .filter(id -> FACILITIES.get(id - 1).region() == region)
        .boxed()
        .toList();
  }

  private static Facility facility(String text) {
    var parts = text.split(" ");
    var center = parts[0].startsWith("Z");
    return new Facility(
        parts[0],
        parts[0] + (center ? " Center" : " Tower"),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        center ? "ARTCC" : "ATCT");
  }
}
