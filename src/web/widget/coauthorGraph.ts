import { html, nothing } from 'lit';
import { connectionOf } from './connections.ts';
import { firstYearRange } from './drawing/colors.ts';
import { colorNames } from './drawing/readPalette.ts';
import { announcement, formatCount } from './labels.ts';
import { isEdge, neighborsOf } from './picture.ts';
import { savePart } from './savePart.ts';
import { StagedElement } from './stagedElement.ts';
import { styles } from './styles/styles.ts';
import { colorChoice, yearScale } from './views/colorChoice.ts';
import { groupLegend } from './views/groupLegend.ts';
import { keysDialog } from './views/keysDialog.ts';
import { legend } from './views/legend.ts';
import { listView } from './views/listView.ts';
import { notices } from './views/notices.ts';
import { overlay } from './views/overlay.ts';
import { panel } from './views/panel.ts';
import { toolbar } from './views/toolbar.ts';
import { tooltip } from './views/tooltip.ts';
import { yearSlider } from './views/yearSlider.ts';
import { zoomButtons } from './views/zoomButtons.ts';

const usualExplanation =
  'Larger node: more papers. Wider line: more joint papers. Click for details, double-click for more neighbors.';

/** The `<coauthor-graph>` element. Its public members are documented in types/widget.d.ts. */
export class CoauthorGraph extends StagedElement {
  static override styles = styles;
  static override properties = { view: { type: String } };

  declare view: 'graph' | 'list' | null;

  constructor() {
    super();
    this.view = null;
  }

  protected override render() {
    const isList = this.view === 'list';
    const isWaiting = this.loader.status.name === 'loading';
    const status = overlay(this.loader.status, () => this.load());
    return html`
      ${this.#bar(isList, isWaiting)} ${isWaiting ? status : nothing}
      <div class="stage by-${this.coloring} ${isWaiting ? 'waiting' : ''}" part="stage">
        <div class="picture">
          <canvas
            part="canvas"
            tabindex="0"
            role="application"
            aria-roledescription="graph"
            aria-label=${`Graph of ${formatCount(this.visible.nodes.length, 'node')}. The List button shows the same as a table.`}
            aria-describedby="keys"
            ?hidden=${isList}
          ></canvas>
          ${isList ? this.#list() : html`${zoomButtons((factor) => this.stage?.zoomBy(factor))} ${this.#tooltip()}`}
          ${this._isHintVisible ? html`<p class="hint">Click the graph, or hold Ctrl, to zoom</p>` : null}
          <div class="notices">${notices(this.slice, this.loader.notice)} ${this.#hiddenNotice()}</div>
          ${isWaiting ? nothing : status}
        </div>
        ${this.#panel()}
      </div>
      ${this.#years()}
      ${isList ? null : html`<p class="caption" part="caption">${this.slice.explanation ?? usualExplanation}</p>`}
      <p class="visually-hidden" id="keys">
        The arrow keys select a node, Enter opens its page, the space bar shows more of its neighbors, a
        question mark shows all keys.
      </p>
      <p
        class="visually-hidden"
        aria-live="polite"
        .textContent=${isList ? '' : announcement(this.selected, this.visible, this.omitted, this.#groupName())}
      ></p>
      ${keysDialog()}
      <div
        class="colors"
        aria-hidden="true"
        @transitionend=${() => this.stage?.setLook({ palette: this.palette() })}
      >
        ${colorNames.map((name) => html`<span class="color ${name}"></span>`)}
      </div>
    `;
  }

  #bar(isList: boolean, isWaiting: boolean) {
    const { hiddenKinds, years } = this._state;
    const { nodesOfAllKinds, coloring } = this;
    const content = {
      kinds: this.offeredKinds(),
      nodes: this.picture.nodes,
      visibleNodes: this.visible.nodes,
    };
    const isFullScreen = document.fullscreenEnabled ? this.matches(':fullscreen') : undefined;
    return html`<div class="bar by-${coloring} ${isWaiting ? 'waiting' : ''}" part="bar">
      ${legend(
        {
          ...content,
          nodesOfAllKinds,
          hiddenKinds,
          totals: this.loader.totals,
          isLimitedToYears: years !== null,
        },
        (kind, isLoaded) => this.toggleKind(kind, isLoaded),
      )}
      ${toolbar(
        { isList, isFullScreen, canUndo: this.loader.steps.length > 0 },
        {
          switchView: () => (this.view = isList ? 'graph' : 'list'),
          switchFullScreen: () => void (isFullScreen ? document.exitFullscreen() : this.requestFullscreen()),
          save: (part) => void savePart(part, this.picture, this.visible, this.stage?.scene()),
          fit: () => this.fit(),
          showKeys: () => this.showKeys(),
          undo: () => this.undo(),
        },
        isList
          ? nothing
          : colorChoice(coloring, this.colorings, (each) => this.changeState({ coloring: each })),
      )}
      ${isList ? nothing : this.#colorKey()}
    </div>`;
  }

  /** What the colors of groups or years mean. The colors of kinds are in the legend. */
  #colorKey() {
    const years = firstYearRange(this.picture);
    if (this.coloring === 'year' && years) return yearScale(years);
    if (this.coloring !== 'cluster') return nothing;
    const preview = (previewedGroup: number | undefined) => this.stage?.setLook({ previewedGroup });
    return groupLegend(this.picture, this.visible.nodes, this._state.group, {
      preview,
      choose: (group) => {
        this.changeState({ group });
        preview(undefined);
      },
    });
  }

  /** The name of the group of the selected node, if the colors show groups. */
  #groupName(): string | undefined {
    const { selected, coloring, picture } = this;
    if (!selected || isEdge(selected) || coloring !== 'cluster') return undefined;
    const color = picture.groupColors.get(selected.entity.id);
    return picture.groups.find((group) => group.color === color)?.label;
  }

  #years() {
    const years = this.yearRange();
    if (!years) return null;
    return yearSlider(years, this._state.years ?? years, (chosen) => {
      const isAll = chosen.first === years.first && chosen.last === years.last;
      this.changeState({ years: isAll ? null : chosen });
    });
  }

  #hiddenNotice() {
    const { size } = this._state.hiddenIds;
    if (size === 0) return null;
    return html`<p class="notice" part="notice">
      ${formatCount(size, 'node')} hidden
      <button type="button" part="button" @click=${() => this.changeState({ hiddenIds: new Set() })}>
        Show
      </button>
    </p>`;
  }

  #list() {
    return listView(this.visible, this.omitted, {
      select: (item) => this.onSelect(item),
      expand: (node) => void this.expand(node.entity.id),
    });
  }

  /** The tooltip of the node or edge under the pointer. */
  #tooltip() {
    const hover = this._hover;
    const { clientWidth: width = 0, clientHeight: height = 0 } =
      this.renderRoot.querySelector('.picture') ?? {};
    if (hover) return tooltip(hover.item, this.details.of(hover.item), hover.point, { width, height });
    return nothing;
  }

  #panel() {
    const item = this.selected;
    if (!item) return null;
    const id = isEdge(item) ? undefined : item.entity.id;
    return panel(
      {
        item,
        details: (each) => this.details.of(each),
        connection: isEdge(item) ? { edges: [], through: [] } : connectionOf(item, this.visible),
        neighborCount: isEdge(item) ? 2 : neighborsOf(item, this.visible).size,
        omitted: this.omitted.filter(({ nodeId }) => nodeId === id),
        isExpanded: id !== undefined && this.loader.isExpanded(id, this.shownKinds()),
        isExpanding: this.loader.expandingId === id,
      },
      this.actions,
    );
  }
}
