package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.tags.Color;
import io.berth.inventory.tags.NewTag;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.berth.refusals.RuleValidator;
import io.berth.services.NewBinding;
import io.berth.services.ServiceVirtualization;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.junit.jupiter.api.Test;

/** Broken constraints, as the validator of the platform reports them. */
class ConstraintViolationMapperTest {
  private static final UUID ID = new UUID(1, 1);

  /** What would be an EJB. */
  static class Desk {
    public void order(@NotNull @Valid Order order) {}

    public void tag(@NotNull @Valid NewTag tag) {}

    public void delete(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {}
  }

  @Refused
  record Order(
      @NotNull String shipTo,
      @CodePointLength(max = 3) String zipCode,
      @Min(1) Integer amount,
      List<@NotNull @Valid NewBinding> bindings,
      Optional<@Valid ServiceVirtualization> virtualization) {}

  /** A rule that never holds. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = RefusedValidator.class)
  @interface Refused {
    String message() default "is refused";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  public static class RefusedValidator extends RuleValidator<Refused, Order> {
    @Override
    protected void check(Order order) {
      throw new Refusal(Reason.PORT_CLAIMED, "Port 80/tcp is claimed.", "port", "80/tcp");
    }
  }

  @Test
  void a_missing_member_comes_before_a_broken_limit_and_a_rule() {
    Refusal refusal = refusal("order", new Order(null, "12345", 0, null, null));
    assertThat(refusal).returns(Reason.MISSING_FIELD, Refusal::reason);
  }

  @Test
  void a_broken_limit_comes_before_a_rule() {
    Refusal refusal = refusal("order", new Order("quay", "12345", 1, null, null));
    assertThat(refusal).returns(Reason.VALIDATION_FAILED, Refusal::reason);
  }

  @Test
  void a_rule_refuses_by_itself() {
    Refusal refusal = refusal("order", new Order("quay", "123", 1, null, null));
    assertThat(refusal)
        .returns(Reason.PORT_CLAIMED, Refusal::reason)
        .returns("80/tcp", r -> r.params().get("port"));
  }

  @Test
  void a_member_is_named_as_on_the_wire() {
    Refusal refusal = refusal("order", new Order(null, null, null, null, null));
    assertThat(refusal.params()).containsEntry("path", "ship_to");
  }

  @Test
  void a_member_of_an_item_is_named_with_its_place() {
    List<NewBinding> bindings = List.of(port(ID), port(null));
    Refusal refusal = refusal("order", new Order("quay", null, null, bindings, null));
    assertThat(refusal.params()).containsEntry("path", "bindings[1].port_id");
  }

  @Test
  void an_item_that_is_null_is_named_by_its_place() {
    List<NewBinding> bindings = Arrays.asList(port(ID), null);
    Refusal refusal = refusal("order", new Order("quay", null, null, bindings, null));
    assertThat(refusal.params()).containsEntry("path", "bindings[1]");
  }

  @Test
  void a_member_of_what_may_be_absent_is_named_with_its_whole_path() {
    ServiceVirtualization docker =
        new ServiceVirtualization(
            ServiceVirtualization.Type.DOCKER,
            new ServiceVirtualization.Details("web", null, null));
    Refusal refusal = refusal("order", new Order("quay", null, null, null, Optional.of(docker)));
    assertThat(refusal.params()).containsEntry("path", "virtualization.details.service_id");
  }

  @Test
  void an_item_of_a_bare_list_is_named_by_its_place_alone() {
    Refusal refusal = refusal("delete", Arrays.asList(ID, null));
    assertThat(refusal.params()).containsEntry("path", "[1]");
  }

  @Test
  void a_missing_body_has_no_path() {
    Refusal refusal = refusal("tag", new Object[] {null});
    assertThat(refusal)
        .returns("The body is required, but it is missing or null.", Refusal::getMessage)
        .returns("", r -> r.params().get("path"));
  }

  @Test
  void an_empty_list_of_ids_is_refused_by_its_own_code() {
    Refusal refusal = refusal("delete", List.of());
    assertThat(refusal.reason()).isEqualTo(Reason.NOTHING_NAMED);
  }

  @Test
  void all_broken_limits_are_told() {
    Refusal refusal = refusal("order", new Order("quay", "12345", 0, null, null));
    assertThat(refusal.params().get("violations")).asString().contains("zip_code", "amount");
  }

  @Test
  void a_limit_counts_characters_and_not_halves_of_them() {
    Refusal refusal = refusal("order", new Order("quay", "😀😀😀", 1, null, null));
    assertThat(refusal.reason()).isEqualTo(Reason.PORT_CLAIMED);
  }

  @Test
  void an_empty_name_of_a_tag_breaks_a_limit() {
    Refusal refusal = refusal("tag", new NewTag("", null, Color.RED, ID));
    assertThat(refusal.reason()).isEqualTo(Reason.VALIDATION_FAILED);
  }

  private static NewBinding port(UUID portId) {
    return new NewBinding.OnPort(null, null, null, portId, null);
  }

  private static Refusal refusal(String method, Object... arguments) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      ExecutableValidator validator = factory.getValidator().forExecutables();
      return ConstraintViolationMapper.refusalOf(
          new ConstraintViolationException(
              validator.validateParameters(
                  new Desk(),
                  Arrays.stream(Desk.class.getMethods())
                      .filter(m -> m.getName().equals(method))
                      .findFirst()
                      .orElseThrow(),
                  arguments)));
    }
  }
}
