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

/** The services of one host: what Berth's words for the rules say is what the plain rules say. */
class HostProperties {
  private static final PortClaims.Owner OWNER =
      new PortClaims.Owner(new UUID(6, 0), "owner", "80/tcp");

  @Property
  void a_host_takes_just_what_breaks_no_rule(
      @ForAll("services") List<List<BindingTarget>> services) {
    PortClaims taken = new PortClaims();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      NormalizedBindings<BindingTargets.Sent> wanted =
          NormalizedBindings.of(BindingTargets.sent(services.get(i)));
      List<BindingTarget> kept = wanted.kept().stream().map(BindingTargets.Sent::target).toList();
      boolean free = kept.stream().allMatch(target -> taken.findAgainst(target).isEmpty());
      boolean allowed = free && wanted.conflict().isEmpty();
      List<Row> then = new ArrayList<>(rows);
      then.addAll(rows("service " + i, kept));
      assertThat(ReferenceRules.violations(then).isEmpty()).isEqualTo(allowed);
      if (allowed) {
        kept.forEach(target -> taken.add(target, OWNER));
        rows = then;
      }
    }
  }

  @Property
  void two_targets_claim_the_same_where_rule_5_says_so(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    List<Row> twoServices = new ArrayList<>(rows("web", List.of(one)));
    twoServices.addAll(rows("proxy", List.of(other)));
    assertThat(claimSame(one, other)).isEqualTo(!ReferenceRules.violations(twoServices).isEmpty());
  }

  @Property
  void a_claim_is_mutual(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    assertThat(claimSame(one, other)).isEqualTo(claimSame(other, one));
  }

  @Property
  void one_of_two_targets_covers_the_other_where_rule_1_says_so(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    List<String> violations = ReferenceRules.violations(rows("web", List.of(one, other)));
    assertThat(one.covers(other) || other.covers(one))
        .isEqualTo(violations.stream().anyMatch(violation -> violation.startsWith("rule 1")));
  }

  @Property
  void what_is_covered_covers_nothing_back(
      @ForAll("targets") BindingTarget one, @ForAll("targets") BindingTarget other) {
    assertThat(one.covers(other) && other.covers(one)).isFalse();
  }

  private static boolean claimSame(BindingTarget one, BindingTarget other) {
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
