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

/** Maps violations that Hibernate Validator reports for a method. */
class ConstraintViolationMapperTest {
  private static final UUID ID = new UUID(1, 1);

  /** Takes the place of an EJB. */
  static class OrderUseCases {
    public void order(@NotNull @Valid Order order) {}

    public void tag(@NotNull @Valid NewTag tag) {}

    public void delete(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {}
  }

  @AlwaysRefused
  record Order(
      @NotNull String shipTo,
      @CodePointLength(max = 3) String zipCode,
      @Min(1) Integer amount,
      List<@NotNull @Valid NewBinding> bindings,
      Optional<@Valid ServiceVirtualization> virtualization) {}

  /** A rule that always refuses. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = AlwaysRefusedValidator.class)
  @interface AlwaysRefused {
    String message() default "is refused";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  public static class AlwaysRefusedValidator extends RuleValidator<AlwaysRefused, Order> {
    @Override
    protected void check(Order order) {
      throw new Refusal(Reason.PORT_CLAIMED, "Port 80/tcp is claimed.", "port", "80/tcp");
    }
  }

  @Test
  void reports_a_missing_member_before_bounds_and_rules() {
    Refusal refusal = refusal("order", new Order(null, "12345", 0, null, null));
    assertThat(refusal).returns(Reason.MISSING_FIELD, Refusal::reason);
  }

  @Test
  void reports_an_exceeded_bound_before_rules() {
    Refusal refusal = refusal("order", new Order("quay", "12345", 1, null, null));
    assertThat(refusal).returns(Reason.VALIDATION_FAILED, Refusal::reason);
  }

  @Test
  void reports_the_refusal_of_a_rule() {
    Refusal refusal = refusal("order", new Order("quay", "123", 1, null, null));
    assertThat(refusal)
        .returns(Reason.PORT_CLAIMED, Refusal::reason)
        .returns("80/tcp", r -> r.params().get("port"));
  }

  @Test
  void names_a_member_as_in_json() {
    Refusal refusal = refusal("order", new Order(null, null, null, null, null));
    assertThat(refusal.params()).containsEntry("path", "ship_to");
  }

  @Test
  void names_a_member_of_an_item_with_its_index() {
    List<NewBinding> bindings = List.of(port(ID), port(null));
    Refusal refusal = refusal("order", new Order("quay", null, null, bindings, null));
    assertThat(refusal.params()).containsEntry("path", "bindings[1].port_id");
  }

  @Test
  void names_a_null_item_by_its_index() {
    List<NewBinding> bindings = Arrays.asList(port(ID), null);
    Refusal refusal = refusal("order", new Order("quay", null, null, bindings, null));
    assertThat(refusal.params()).containsEntry("path", "bindings[1]");
  }

  @Test
  void names_a_member_of_an_optional_with_its_full_path() {
    ServiceVirtualization docker =
        new ServiceVirtualization(
            ServiceVirtualization.Type.DOCKER,
            new ServiceVirtualization.Details("web", null, null));
    Refusal refusal = refusal("order", new Order("quay", null, null, null, Optional.of(docker)));
    assertThat(refusal.params()).containsEntry("path", "virtualization.details.service_id");
  }

  @Test
  void names_an_item_of_a_list_body_by_its_index() {
    Refusal refusal = refusal("delete", Arrays.asList(ID, null));
    assertThat(refusal.params()).containsEntry("path", "[1]");
  }

  @Test
  void reports_a_missing_body_with_an_empty_path() {
    Refusal refusal = refusal("tag", new Object[] {null});
    assertThat(refusal)
        .returns("The body is required, but it is missing or null.", Refusal::getMessage)
        .returns("", r -> r.params().get("path"));
  }

  @Test
  void refuses_an_empty_list_of_ids_with_its_own_code() {
    Refusal refusal = refusal("delete", List.of());
    assertThat(refusal.reason()).isEqualTo(Reason.NOTHING_NAMED);
  }

  @Test
  void reports_all_exceeded_bounds() {
    Refusal refusal = refusal("order", new Order("quay", "12345", 0, null, null));
    assertThat(refusal.params().get("violations")).asString().contains("zip_code", "amount");
  }

  @Test
  void counts_code_points_and_not_surrogates() {
    Refusal refusal = refusal("order", new Order("quay", "😀😀😀", 1, null, null));
    assertThat(refusal.reason()).isEqualTo(Reason.PORT_CLAIMED);
  }

  @Test
  void refuses_an_empty_tag_name() {
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
                  new OrderUseCases(),
                  Arrays.stream(OrderUseCases.class.getMethods())
                      .filter(m -> m.getName().equals(method))
                      .findFirst()
                      .orElseThrow(),
                  arguments)));
    }
  }
}
