package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.services.ReferenceRules.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The production rules for the services of one host, compared with the reference rules. */
class HostProperties {
  private static final PortClaims.Owner OWNER =
      new PortClaims.Owner(new UUID(6, 0), "owner", "80/tcp");

  @Property
  void accepts_a_service_exactly_if_no_rule_is_broken(
      @ForAll("services") List<List<BindingTarget>> services) {
    PortClaims claims = new PortClaims();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      NormalizedBindings<BindingTargets.Sent> wanted =
          NormalizedBindings.of(BindingTargets.sent(services.get(i)));
      List<BindingTarget> kept = wanted.kept().stream().map(BindingTargets.Sent::target).toList();
      boolean free = kept.stream().allMatch(target -> claims.findAgainst(target).isEmpty());
      boolean allowed = free && wanted.conflict().isEmpty();
      List<Row> withService = new ArrayList<>(rows);
      withService.addAll(rows("service " + i, kept));
      assertThat(ReferenceRules.violations(withService).isEmpty()).isEqualTo(allowed);
      if (allowed) {
        kept.forEach(target -> claims.add(target, OWNER));
        rows = withService;
      }
    }
  }

  @Property
  void finds_a_shared_claim_exactly_where_rule_5_is_broken(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    List<Row> twoServices = new ArrayList<>(rows("web", List.of(one)));
    twoServices.addAll(rows("proxy", List.of(other)));
    assertThat(shareClaim(one, other)).isEqualTo(!ReferenceRules.violations(twoServices).isEmpty());
  }

  @Property
  void finds_a_shared_claim_in_either_order(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    assertThat(shareClaim(one, other)).isEqualTo(shareClaim(other, one));
  }

  @Property
  void covers_exactly_where_rule_1_is_broken(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    List<String> violations = ReferenceRules.violations(rows("web", List.of(one, other)));
    assertThat(one.covers(other) || other.covers(one))
        .isEqualTo(violations.stream().anyMatch(violation -> violation.startsWith("rule 1")));
  }

  @Property
  void never_covers_in_both_directions(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    assertThat(one.covers(other) && other.covers(one)).isFalse();
  }

  private static boolean shareClaim(BindingTarget one, BindingTarget other) {
    PortClaims claims = new PortClaims();
    claims.add(one, OWNER);
    return claims.findAgainst(other).isPresent();
  }

  @Provide
  Arbitrary<BindingTarget> targets() {
    return BindingTargets.few();
  }

  @Provide
  Arbitrary<List<List<BindingTarget>>> services() {
    return BindingTargets.few().list().ofMaxSize(4).list().ofMaxSize(5);
  }

  static List<Row> rows(String service, List<BindingTarget> targets) {
    return targets.stream().map(target -> row(service, target)).toList();
  }

  private static Row row(String service, BindingTarget target) {
    String port = text(target.portId());
    String iface = text(target.interfaceId());
    return new Row(
        service,
        "here",
        port,
        port == null ? null : "here",
        iface,
        iface == null ? null : "here",
        "lan");
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
