import { type ThemeProps, withTheme } from '@rjsf/core';
import { generateTheme } from '@rjsf/mantine';
import { ChoicesWidget, ChoiceWidget, SwitchWidget, TagsWidget } from './choice-widgets.tsx';
import { FreeObjectField } from './free-object-field.tsx';
import { ListTagsWidget, ListWidget } from './list-widget.tsx';
import { LongTextWidget } from './long-text-widget.tsx';
import { MappingWidget } from './mapping-widget.tsx';
import { SecretWidget } from './secret-widget.tsx';
import { TemplateWidget } from './template-widget.tsx';
import { ArrayItemTemplate, ArrayTemplate, FieldTemplate, ObjectTemplate } from './templates.tsx';
import { TextWidget } from './text-widget.tsx';

const base = generateTheme();

/** The Mantine theme of rjsf, with our own fields, rows and sections in place of its fieldsets. */
const formTheme: ThemeProps = {
  ...base,
  fields: { ...base.fields, FreeObject: FreeObjectField },
  templates: {
    ...base.templates,
    FieldTemplate,
    ObjectFieldTemplate: ObjectTemplate,
    ArrayFieldTemplate: ArrayTemplate,
    ArrayFieldItemTemplate: ArrayItemTemplate,
    BaseInputTemplate: TextWidget,
  },
  widgets: {
    ...base.widgets,
    TextWidget,
    PasswordWidget: SecretWidget,
    TextareaWidget: LongTextWidget,
    SelectWidget: ChoiceWidget,
    CheckboxWidget: SwitchWidget,
    UpDownWidget: TextWidget,
    choices: ChoicesWidget,
    tags: TagsWidget,
    list: ListWidget,
    listTags: ListTagsWidget,
    mapping: MappingWidget,
    template: TemplateWidget,
  },
};

export const ThemedForm = withTheme(formTheme);
